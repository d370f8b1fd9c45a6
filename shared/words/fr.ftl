# The words of this floor: what happened, then what the reader can do about it.

# ---------------------------------------------------------------- pages: the frame of every screen
page-brand = Badges
page-skip = Aller au contenu
page-this-language = Français
page-about-this-site = À propos de ce site
page-back-to-start = Revenir au début
page-error-400 =
    .title = Nous n’avons pas compris cette demande.
    .word = Page à recharger
    .help = La page est peut-être restée ouverte longtemps. Revenez au début et recommencez.
page-error-404 =
    .title = Cette page n’existe pas.
    .word = Page introuvable
    .help = L’adresse a peut-être changé. Revenez au début.
page-error-405 =
    .title = Cette page ne s’ouvre pas comme cela.
    .word = Page à recharger
    .help = Revenez au début et recommencez.
page-error-413 =
    .title = Ce fichier est trop gros.
    .word = Trop gros
    .help = Nous prenons 10 Mo au plus. Il faut le fichier d’origine, ou une photo plus petite.
page-error-429 =
    .title = Il y a beaucoup de demandes en même temps.
    .word = Un instant
    .help = Attendez une minute, puis recommencez. Votre fichier n’a pas de problème.
page-error-500 =
    .title = Quelque chose ne marche pas chez nous.
    .word = Panne
    .help = Ce n’est pas votre faute, ni celle du badge. Recommencez dans quelques minutes.

# ---- JSON-LD : ce que la signature couvre
install-contexts-damaged =
    .title = Un fichier de ce programme est abîmé : { $file }.
    .help = Rien ne peut être vérifié ainsi. Installez à nouveau le programme.

# ---- Le réseau : ce que nous n’avons pas pu demander
fetch-unreachable =
    .title = Le site { $host } ne répond pas.
    .help = Ce n’est pas la faute du badge. Réessayez plus tard.
fetch-refused-address =
    .title = Nous n’ouvrons pas cette adresse : { $host }.
    .help = Elle ne mène pas à un site public. Prévenez la structure qui a remis le badge.
fetch-offline =
    .title = Nous n’avons pas demandé au site { $host } : Internet est coupé ici, par choix.
    .help = Vérifiez encore ce badge quand Internet est là.
fetch-status =
    .title = Le site { $host } n’a pas donné la page demandée.
    .help = Réessayez plus tard. Si cela continue, prévenez la structure qui a remis le badge.
fetch-too-big =
    .title = Le site { $host } a envoyé une réponse bien trop grosse.
    .help = Nous l’avons arrêtée. Prévenez la structure qui a remis le badge.
fetch-timeout =
    .title = Le site { $host } met trop de temps à répondre.
    .help = Ce n’est pas la faute du badge. Réessayez plus tard.
fetch-redirected =
    .title = Le site { $host } nous envoie vers une autre adresse.
    .help = Nous ne l’avons pas suivie. Prévenez la structure qui a remis le badge.
fetch-too-many =
    .title = Ce badge demande de lire trop de pages.
    .help = Nous nous sommes arrêtés avant { $host }. Un vrai badge en demande moins.
fetch-other-bytes =
    .title = La page de { $host } a changé depuis la remise du badge.
    .help = Ce n’est plus celle que le badge annonce. Nous ne nous en servons pas.
fetch-bundle-invalid =
    .title = Nous ne pouvons pas lire cet enregistrement : { $where }.
    .help = Le fichier est abîmé ou incomplet. Reprenez le fichier d’origine.

# ---- Le retrait d’un badge : la liste que la structure publie
status-list-other-id =
    .title = La liste des badges retirés porte le nom d’une autre liste.
    .help = Demandez à la structure si c’est bien la bonne.
status-list-elsewhere =
    .title = La liste des badges retirés est sur un autre site que celui de la structure.
    .help = Personne ne l’a signée. Demandez à la structure si ce site est le sien.
status-newer-exists =
    .title = La structure a préparé une version plus récente de ce badge.
    .help = Celle-ci tient toujours. Demandez la nouvelle à la structure.

# ---- Ce que contient un fichier reçu
read-not-readable =
    .title = Nous n’avons pas pu lire de badge dans ce fichier.
    .help = Il faut le fichier d’origine, celui que la structure a remis.
read-empty =
    .title = Ce fichier est vide.
    .help = L’envoi s’est peut-être arrêté en route. Essayez encore une fois, avec le fichier d’origine.
read-too-big =
    .title = Ce fichier est trop gros.
    .help = Un badge tient dans un petit fichier. Il faut le fichier d’origine, ou une photo plus petite.
read-unknown-kind =
    .title = Nous ne reconnaissons pas ce fichier.
    .help = Un badge est le plus souvent une image PNG ou SVG. Une photo du carré noir et blanc (code QR) va aussi.
read-web-page =
    .title = Ce fichier est une page de site, pas un badge.
    .help = Ouvrez la page, puis enregistrez l’image du badge. Vous pouvez aussi copier son adresse ici.
read-packed-files =
    .title = Ce fichier en contient d’autres, rangés ensemble.
    .help = Ouvrez-le, puis envoyez les images des badges une par une.
read-image-kind =
    .title = Nous ne lisons pas les images { $kind }.
    .help = Il faut l’image d’origine. Une photo du carré noir et blanc (code QR) va aussi.
read-no-badge =
    .title = Cette image ne contient pas de badge.
    .help = Une capture d’écran perd le badge. Il faut l’image d’origine. Une photo nette du carré noir et blanc (code QR) va aussi.
read-no-badge-in-pdf =
    .title = Ce PDF ne contient pas de badge.
    .help = Nous avons regardé les premières pages. Il faut l’image du badge.
read-locked-pdf =
    .title = Ce PDF demande un mot de passe.
    .help = Enregistrez-le sans mot de passe, ou envoyez l’image du badge.
read-scanner-missing =
    .title = Cet ordinateur ne sait pas ouvrir cette image.
    .help = Il manque un programme : { $what }. Envoyez une image JPEG ou PNG, ou installez ce programme.
read-qr-other =
    .title = Ce carré noir et blanc (code QR) ne mène pas à un badge.
    .help = Il contient autre chose. Prenez en photo celui qui accompagne le badge.
read-damaged-image =
    .title = Ce fichier est abîmé, ou coupé.
    .help = Quelque chose s’est perdu en route. Il faut le fichier d’origine, entier.
read-two-badges =
    .title = Cette image contient deux badges différents.
    .help = Nous ne choisissons pas à votre place. Donnez les badges un par un.
read-unsafe-svg =
    .title = Ce dessin est construit d’une façon que nous n’acceptons pas.
    .help = Un vrai badge n’a pas cette forme. Demandez le badge d’origine à la structure.
read-unsafe-json =
    .title = Le texte de ce badge est mal écrit.
    .help = Deux programmes pourraient le lire de deux façons. Demandez le badge d’origine à la structure.
read-forbidden-address =
    .title = Cette adresse n’est pas celle d’un site.
    .help = Nous ne l’ouvrons pas. L’adresse d’un badge commence par https.
read-malformed-token =
    .title = Le texte de ce badge est incomplet ou abîmé.
    .help = Copiez-le encore une fois en entier, ou envoyez le fichier d’origine.

# ---- Ce qu’une image a de particulier, sans que le badge soit en cause
read-chunk-twice =
    .title = L’image contient deux fois le même badge.
    .help = C’est inhabituel, et sans danger.
read-after-end =
    .title = L’image continue après sa fin.
    .help = Nous n’avons pas regardé cette suite. Elle ne change rien au badge.
read-packed =
    .title = Le badge est rangé dans l’image d’une façon inhabituelle.
    .help = Nous l’avons lu. D’autres programmes pourraient ne pas le trouver.
read-animated =
    .title = L’image bouge.
    .help = Nous ne montrons que le début. Le reste peut montrer autre chose.
read-body-ignored =
    .title = Une partie du badge est abîmée dans l’image.
    .help = Nous avons gardé l’adresse où la structure publie le badge.

# ---- Ce que dit un texte reçu
parse-malformed =
    .title = Ce badge est incomplet ou mal écrit.
    .help = La structure l’a peut-être mal préparé. Demandez-lui le badge d’origine.
parse-not-a-credential =
    .title = Ce fichier contient autre chose qu’un badge.
    .help = Il faut le fichier que la structure a remis.

# ---- installation
install-not-our-shared =
    .title = Une autre bibliothèque du même nom a pris la place de la nôtre : { $path }.
    .help = Installez ce programme dans un environnement à lui, puis recommencez.
error-unexpected =
    .title = Quelque chose ne marche pas chez nous.
    .help = Ce n’est pas votre faute, ni celle du badge. Recommencez dans quelques minutes.

# ---- Des pages servies sur cette machine
serve-port-taken =
    .title = L’adresse est déjà prise : un autre programme répond au numéro { $port }.
    .help = Fermez-le, ou donnez un autre numéro, par exemple : --port 8001, ou make run PORT=8001

# ---- Une question posée dans un terminal
asking-choice = oui / non

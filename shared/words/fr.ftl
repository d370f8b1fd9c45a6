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
    .help = Nous prenons 10 Mo au plus. Envoyez le fichier d’origine, ou une photo plus petite.
page-error-429 =
    .title = Il y a beaucoup de demandes en même temps.
    .word = Un instant
    .help = Attendez une minute, puis recommencez. Votre fichier n’a pas de problème.
page-error-500 =
    .title = Quelque chose ne marche pas chez nous.
    .word = Panne
    .help = Ce n’est pas votre faute, ni celle du badge. Recommencez dans quelques minutes.

# ---- JSON-LD : ce que la signature couvre
coverage-uncovered =
    .title = Ce badge contient du texte que la signature ne protège pas.
    .help = Quelqu’un a pu l’ajouter après la remise. Demandez le badge d’origine à la structure.
coverage-context-unknown =
    .title = Ce badge s’appuie sur un vocabulaire que nous ne connaissons pas.
    .help = Nous ne pouvons pas dire ce que la signature protège. Prévenez la structure qui l’a remis.
proof-too-complex =
    .title = Ce badge est construit de façon trop compliquée pour être vérifié.
    .help = Un vrai badge n’a pas cette forme. Demandez le badge d’origine à la structure.
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
fetch-bundle-invalid =
    .title = Nous ne pouvons pas lire cet enregistrement : { $where }.
    .help = Le fichier est abîmé ou incomplet. Reprenez le fichier d’origine.

# ---- Le retrait d’un badge : la liste que la structure publie
status-unknown =
    .title = Ce badge a-t-il été retiré ? Nous ne savons pas.
    .help = Nous n’avons pas pu lire la liste de la structure. Réessayez plus tard.
status-unreachable =
    .title = Ce badge a-t-il été retiré ? Le site { $host } ne répond pas.
    .help = Ce n’est pas la faute du badge. Réessayez plus tard.
status-list-invalid =
    .title = Ce badge a-t-il été retiré ? Nous ne savons pas.
    .help = La liste de la structure est abîmée ou trop ancienne. Prévenez la structure.
status-kind-unknown =
    .title = Ce badge a-t-il été retiré ? Nous ne savons pas.
    .help = La structure publie une liste que nous ne savons pas lire.
status-list-short =
    .title = La liste des badges retirés est courte.
    .help = Elle protège mal les personnes. Cela ne change rien pour ce badge.
status-list-by-another =
    .title = La liste des badges retirés vient de quelqu’un d’autre.
    .help = La structure qui a remis le badge ne l’a pas signée elle-même.
status-list-other-id =
    .title = La liste des badges retirés porte le nom d’une autre liste.
    .help = Demandez à la structure si c’est bien la bonne.
status-list-elsewhere =
    .title = La liste des badges retirés est sur un autre site que celui de la structure.
    .help = Personne ne l’a signée. Demandez à la structure si ce site est le sien.
status-newer-exists =
    .title = La structure a préparé une version plus récente de ce badge.
    .help = Celle-ci tient toujours. Demandez la nouvelle à la structure.

# ---- La page où la structure publie le badge
hosted-not-checked =
    .title = Nous n’avons pas pu lire la page de ce badge sur { $host }.
    .help = Ce n’est pas la faute du badge. Réessayez plus tard.
hosted-differs =
    .title = La page du badge, sur le site de la structure, dit autre chose.
    .help = Le fichier et le site ne sont pas d’accord. Demandez le badge d’origine.

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

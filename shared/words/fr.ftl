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

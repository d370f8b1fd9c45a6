# The words of the wallet: what happened, then what its owner can do about it.

# ---------------------------------------------------------------- how a badge stands
# Facts: $checked, $earned, $since, $begins: days, `none` when unknown.
state-valid =
    .word = Valable
    .title = Ce badge est valable. Vérifié le { $checked }.
    .help = Vous pouvez le montrer.
state-not-current =
    .word = Date passée
    .title = { $since ->
        [none] Ce badge n’est plus à jour. Il reste à vous.
       *[other] Ce badge n’est plus à jour depuis le { $since }. Il reste à vous.
    }
    .help = Ce que vous avez appris reste appris. Demandez à la structure une version plus récente.
state-not-checked =
    .word = Pas tout vérifié
    .title = Nous n’avons pas encore pu tout vérifier.
    .help = Ce n’est pas votre faute, ni celle du badge. Réessayez avec Internet.
state-not-checked-since =
    .word = À revérifier
    .title = Nous n’avons pas pu tout vérifier. Dernière vérification complète : le { $earned }.
    .help = Ce n’est pas votre faute, ni celle du badge. Réessayez avec Internet.
state-nobody-asked =
    .word = Structure pas vérifiée
    .title = Ce badge est bien signé. Nous n’avons pas vérifié la structure.
    .help = Il n’y a pas de liste de partenaires ici.
state-withdrawn =
    .word = Retiré
    .title = La structure a retiré ce badge.
    .help = Vous pouvez lui écrire pour savoir pourquoi.
state-on-hold =
    .word = En pause
    .title = La structure a mis ce badge en pause.
    .help = Il peut revenir. Vous pouvez lui écrire pour savoir quand.
state-waiting =
    .word = Pas encore
    .title = { $begins ->
        [none] Ce badge n’est pas encore valable.
       *[other] Ce badge commence le { $begins }.
    }
    .help = Il est gardé. Il compte à partir de cette date.
state-other-person =
    .word = Autre personne
    .title = Ce badge a été remis à une autre personne.
    .help = Regardez si le nom ou l’adresse sont bien écrits.
state-unsigned =
    .word = Pas de signature
    .title = Rien ne dit qui a remis ce badge.
    .help = Demandez à la structure le fichier d’origine, signé par elle.
state-unconfirmed =
    .word = À confirmer
    .title = La structure est dans le réseau. Elle n’a pas confirmé ce badge.
    .help = Vous pouvez lui écrire et lui montrer ce badge.
state-not-for-this-badge =
    .word = Pas pour ce badge
    .title = La structure est dans le réseau, mais pour d’autres badges.
    .help = Le badge est bien signé. Il ne compte pas dans votre parcours.
state-not-member-then =
    .word = Hors du réseau ce jour-là
    .title = La structure n’était pas dans le réseau ce jour-là.
    .help = Le badge est bien signé. Il ne compte pas dans votre parcours.
state-outside =
    .word = Hors du réseau
    .title = La structure n’est pas dans le réseau. Le badge est bien signé.
    .help = Il reste à vous. Il ne compte pas dans votre parcours.
state-look-alike =
    .word = Hors du réseau
    .title = Attention au nom. Ce badge ne vient pas d’un partenaire du réseau.
    .help = Le nom ressemble à celui d’un partenaire. Ce n’est pas lui qui a signé.
state-refused =
    .word = À part
    .title = Nous ne pouvons pas nous fier à ce fichier.
    .help = Il est gardé à part. Demandez à la structure le fichier d’origine.

# ---------------------------------------------------------------- a badge in one line
badge-file = { $file ->
        [none] Un fichier sans nom
       *[other] Le fichier { $file }
    }
badge-given-by = Remis par { $issuer }
badge-given-by-written = { $issuer ->
        [none] Nous ne savons pas qui a remis ce badge.
       *[other] Nom écrit dans le badge : { $issuer }
    }

# ---------------------------------------------------------------- what became of a file
import-added =
    .title = Ce badge est dans votre carnet.
import-newer =
    .title = C’est une version plus récente. Elle remplace l’ancienne.
    .help = L’ancienne reste dans l’historique.
import-already-held =
    .title = Vous avez déjà ce badge.
    .help = Nous l’avons vérifié encore une fois.
import-kept-aside =
    .title = Ce fichier est gardé à part. Il ne compte pas.
    .help = Demandez à la structure le fichier d’origine.
import-unreadable =
    .title = Ce fichier n’a pas été ajouté.
    .help = Il reste là où il est. Rien n’est perdu.
import-not-a-badge =
    .title = C’est un document signé, mais pas un badge.
    .help = Demandez à la structure le fichier du badge.

# ---------------------------------------------------------------- what cannot be found or done
holding-unknown =
    .title = Il n’y a pas de badge { $badge } dans ce carnet.
    .help = La liste de vos badges donne le numéro de chacun.
holding-ambiguous =
    .title = { $count } badges commencent par { $badge }.
    .help = Écrivez un peu plus du numéro.
memo-too-long =
    .title = Ce texte est trop long. Il tient en { $limit } signes au plus.
    .help = Gardez qui demander, où et quand.
export-no-text =
    .title = Nous n’avons pas d’image pour mettre ce badge dedans.
    .help = Emportez tout le carnet : le fichier d’origine y est.
vault-unavailable =
    .title = Le carnet ne s’ouvre pas.
    .help = Rien n’a changé dedans. Recommencez dans un instant.
vault-busy =
    .title = Un autre programme écrit dans ce carnet.
    .help = Rien n’est perdu. Recommencez dans un instant.
vault-conflict =
    .title = Un autre programme vient d’écrire la même chose.
    .help = Rien n’est perdu. Recommencez.
vault-full =
    .title = Il n’y a plus de place sur ce disque.
    .help = Libérez de la place, puis recommencez. Vos badges sont toujours là.
vault-damaged =
    .title = Le fichier du carnet est abîmé.
    .help = Nous n’y touchons plus. Reprenez une copie de ce dossier.
vault-record-damaged =
    .title = Le badge { $badge } est abîmé dans ce carnet. Les autres vont bien.
    .help = Effacez-le avec : badge-wallet erase { $badge }. Puis reprenez-le d’une copie.
vault-newer =
    .title = Ce carnet vient d’une version plus récente du programme.
    .help = Installez cette version, puis ouvrez le carnet à nouveau.
space-unusable =
    .title = Ce dossier ne peut pas servir de carnet.
    .help = { $why ->
        [pins] Les codes courts se gardent ailleurs qu’avec les carnets. Choisissez un autre dossier.
        [permission] Vous n’avez pas le droit d’y écrire. Choisissez un autre dossier.
        [not-a-folder] Ce n’est pas un dossier. Choisissez un autre endroit.
        [key] La clé qui s’y trouve est abîmée. Reprenez une copie de ce dossier.
       *[other] Le disque ne répond pas. Choisissez un autre endroit.
    }

# ---------------------------------------------------------------- the lock of a carnet
space-locked =
    .title = Ce carnet est protégé par une phrase.
    .help = Donnez la phrase pour l’ouvrir.
space-wrong-phrase =
    .title = Ce n’est pas la bonne phrase.
    .help = Vérifiez chaque mot, puis essayez encore. Rien n’a changé.
space-lock-refused =
    .title = La serrure de ce carnet n’est pas la nôtre.
    .help = Quelqu’un l’a changée, ou le fichier est abîmé. Reprenez une copie de ce dossier.
space-not-protected =
    .title = Ce carnet n’a pas de phrase.
    .help = Si vous en aviez mis une, n’ajoutez rien ici. Reprenez une copie de ce dossier.
space-already-protected =
    .title = Ce carnet a déjà une phrase.
    .help = Vous pouvez la changer.
space-phrase-short =
    .title = Cette phrase est trop facile à deviner.
    .help = Prenez { $least } lettres au moins, en plusieurs mots.
space-phrase-missing =
    .title = Il faut une phrase.
    .help = Mettez-la dans un fichier, sur la première ligne, et ajoutez --phrase-file.
space-phrases-differ =
    .title = Les deux phrases ne sont pas les mêmes.
    .help = Rien n’a changé. Recommencez.
lock-ask = Votre phrase :
lock-ask-new = La nouvelle phrase :
lock-ask-again = La même, encore une fois :
lock-ask-copy = La phrase de la copie :
lock-suggest = Une idée de phrase, à écrire sur un papier : { $phrase }
lock-done =
    .title = Ce carnet est protégé par votre phrase.
    .help = Gardez-la sur un papier. Sans elle, personne ne peut ouvrir le carnet, nous non plus.
lock-changed =
    .title = La nouvelle phrase ouvre ce carnet.
    .help = Une copie faite avant s’ouvre toujours avec l’ancienne.
lock-protected =
    .title = Ce carnet est protégé par une phrase.
    .help = Sans elle, personne ne peut le lire.
lock-open =
    .title = Ce carnet n’est pas protégé.
    .help = Qui ouvre ce dossier peut le lire. Protégez-le avec : badge-wallet protect
backup-made = La copie est faite, dans { $file }. La phrase l’ouvre.
backup-whole = { $count ->
        [0] La copie rend tout, à l’identique.
        [one] La copie rend tout, à l’identique : { $count } badge.
       *[other] La copie rend tout, à l’identique : { $count } badges.
    }
backup-differs = Cette copie ne rend pas tout ce qui est dans le carnet. Faites-en une autre.
backup-restored = Badges ajoutés : { $added }. Déjà là : { $already }.
erase-ask = Ce qui est effacé ne revient pas. Effacer ?
erase-badge = Effacé : { $id }  { $name }
erase-file = Effacé : { $file }
space-phrase-unread =
    .title = Nous ne pouvons pas lire la phrase dans { $file }.
    .help = La phrase est la première ligne du fichier.
space-not-confirmed =
    .title = Rien n’a été effacé.
    .help = Cela ne se défait pas. Ajoutez --yes pour le faire.
backup-needs-phrase =
    .title = Une copie se garde sous une phrase. Ce carnet n’en a pas.
    .help = Protégez d’abord le carnet, ou donnez une phrase pour la copie.
backup-unreadable =
    .title = { $why ->
        [kind] Ce fichier n’est pas une copie de carnet.
        [version] Cette copie vient d’une version plus récente du programme.
       *[other] Cette copie est abîmée ou incomplète.
    }
    .help = Rien n’a changé dans votre carnet. Essayez une autre copie.

# ---------------------------------------------------------------- what a person takes along
archive-title = Mon carnet de badges
archive-made = Emporté le { $day }.
archive-what = Cette page s’ouvre sans Internet. Les fichiers à côté sont vos badges.
archive-badges = { $count ->
        [one] Un badge
       *[other] { $count } badges
    }
archive-history = { $count ->
        [one] Une version plus ancienne
       *[other] { $count } versions plus anciennes
    }
archive-aside = { $count ->
        [one] Un fichier gardé à part
       *[other] { $count } fichiers gardés à part
    }
archive-file = Ouvrir le fichier d’origine
archive-keep = Pour garder vos badges
    .help = Gardez ces fichiers tels quels. Une capture d’écran perd le badge.

# ---------------------------------------------------------------- commands: what was done
import-no-file =
    .title = Il n’y a pas de fichier à cet endroit.
    .help = Regardez si son nom est bien écrit.
export-not-written =
    .title = Nous ne pouvons pas écrire { $file }.
    .help = Choisissez un autre dossier, ou faites de la place.
done-removed = { $name } est rangé. Pour le reprendre : badge-wallet restore { $id }
done-restored = { $name } est de retour dans votre carnet.
done-exported = Tout est dans { $file }.
list-empty = Il n’y a rien ici pour l’instant.
show-words = Un mot de la personne qui vous l’a remis :
show-evidence = Ce que vous avez montré :
show-awarded = Le { $day }
show-can-do = Ce badge reconnaît que vous savez :
show-recognised = { $count ->
        [one] Reconnu par un partenaire : { $names }
       *[other] Reconnu par { $count } partenaires : { $names }
    }
# ---------------------------------------------------------------- what is to be told, and asked
# Facts: day, reason, contact (`none` when unknown), id.
notice-withdrawn =
    .title = La structure a retiré ce badge.
    .help = { $reason ->
        [none] Elle n’a pas donné de raison.
       *[other] Raison donnée : « { $reason } »
    }
notice-on-hold =
    .title = La structure a mis ce badge en pause.
    .help = { $reason ->
        [none] Il peut revenir.
       *[other] Raison donnée : « { $reason } »
    }
notice-ended =
    .title = Ce badge n’est plus à jour depuis le { $day }. Il reste à vous.
    .help = Ce que vous avez appris reste appris. Demandez une version plus récente.
notice-ends-very-soon =
    .title = Ce badge n’est plus à jour dans quelques jours : le { $day }.
    .help = Allez voir la structure cette semaine. Elle peut le renouveler.
notice-ends-soon =
    .title = Ce badge est à jour jusqu’au { $day }.
    .help = Vous avez le temps d’aller voir la structure. Elle peut le renouveler.
notice-contact = Pour lui écrire : { $contact }
notice-read = J’ai lu
notice-title = À savoir
notice-none = Rien de nouveau à propos de vos badges.
mine-ask = Ce badge est-il pour vous ?
    .help = Il porte un autre nom, ou une autre adresse, que les vôtres.
mine-ask-command = Ce badge est-il pour vous ? Répondez avec : badge-wallet mine { $id }
mine-name = Si oui : le nom ou l’adresse que la structure connaît
mine-button-yes = Oui, c’est pour moi
mine-button-no = Non, c’est pour quelqu’un d’autre
mine-button-unsure = Je ne sais pas
mine-yes =
    .title = Ce badge est le vôtre.
    .help = Il porte bien le nom, ou l’adresse, que vous avez donné.
mine-does-not-fit =
    .title = Ce n’est pas le nom, ni l’adresse, que porte ce badge.
    .help = Le badge est gardé. Essayez une autre adresse, ou demandez à la structure.
mine-no =
    .title = Ce badge est rangé. Il est pour quelqu’un d’autre.
    .help = Vous pouvez le reprendre. Donnez son fichier à cette personne.
mine-unsure =
    .title = Ce badge reste ici. Il ne compte pas encore.
    .help = Montrez-le à votre médiateur.
reception-new = { $count ->
        [one] Vous avez un nouveau badge.
       *[other] Vous avez { $count } nouveaux badges.
    }
reception-open = Découvrir
reception-bravo = { $owner ->
        [none] Bravo !
       *[other] Bravo, { $owner } !
    }
reception-recognises = { $issuer } reconnaît que vous savez :
reception-step = Étape { $done } sur { $needed } : { $name }.
reception-go-on = Continuer
reception-see = Voir ce badge
claim-code-unknown =
    .title = Ce code n’ouvre aucun badge de ce fichier.
    .help = Regardez chaque lettre sur votre papier. Est-ce le bon fichier ?
claim-bundle-unreadable =
    .title = { $why ->
        [kind] Ce fichier n’est pas un fichier de badges à venir chercher.
        [version] Ce fichier vient d’une version plus récente du programme.
        [too-large] Ce fichier est trop gros.
       *[other] Ce fichier est abîmé, ou quelqu’un l’a changé.
    }
    .help = Demandez le fichier à la structure, encore une fois. Votre code reste bon.
claim-bundle-not-ours =
    .title = Ce fichier a été signé depuis un autre carnet.
    .help = Donnez un autre nom de fichier : il en sera fait un nouveau.
claim-bundle-full =
    .title = Ce fichier contient déjà { $limit } badges.
    .help = Donnez un autre nom de fichier : il en sera fait un nouveau.
claim-made = Le badge de { $to } attend dans { $file }. Son code : { $code }
    .help = Donnez ce code sur un papier. Le même en carré à imprimer : { $square }
claim-title = J’ai un code
    .help = Avec ce code, prenez le badge qui vous attend. Il ne faut ni compte, ni Internet.
claim-code = Le code de votre papier
claim-code-hint = Les majuscules, les tirets et les espaces ne comptent pas.
claim-bundle = Le fichier de la structure
claim-go = Prendre mon badge
claim-nothing = Il manque le code, ou le fichier.

# ---------------------------------------------------------------- pathways
path-title = { $name } : { $done } sur { $needed }
path-complete = { $name } : parcours terminé
path-done = ✔ Fait : { $name }
path-done-recheck = ✔ Fait, à revérifier : { $name }
path-done-expired = ✔ Fait, date passée : { $name }
path-next = → Prochaine étape : { $name }
path-to-recheck = ? À revérifier : { $name }
path-to-do = ○ À faire : { $name }
path-not-counted = Un badge ne compte pas ici. { $why }
where-ask = Demandez le badge « { $name } » à un partenaire du réseau.
where-ask-mediator = Demandez le badge « { $name } » à votre médiateur numérique.
where-check-again = Vous avez le badge « { $name } ». Vérifiez-le avec Internet.
where-awards = { $partner } peut vous remettre ce badge.
where-helps = Ici, on peut vous aider. Ce lieu ne remet peut-être pas ce badge.
where-note = Le mot de votre médiateur : { $text }
where-telephone = Téléphone : { $number }
where-others = Ou bien :
where-seen = Ce que l’on regarde avec vous
where-have-it = J’ai reçu ce badge : l’ajouter
where-at = ({ $place })
where-elsewhere = D’autres lieux
where-mine = Plus près de chez vous
where-town = Votre ville, ou votre code postal
where-town-go = Montrer les lieux proches
where-write-note = Le mot de votre médiateur
    .help = Qui demander, quand, où. Ce mot reste dans ce carnet.
where-note-go = Garder ce mot
memo-noted = La note sur « { $name } » est gardée dans ce carnet.
memo-no-note = Il n’y a plus de note sur « { $name } ».
memo-town = { $town ->
        [none] Ce carnet ne dit pas où vous habitez.
       *[other] Les lieux proches de { $town } viennent en premier.
    }

# ---------------------------------------------------------------- the awarding desk
award-refused =
    .title = Ce badge ne peut pas être remis d’ici.
    .help = Demandez à la structure qui vous a donné le droit de remettre.
award-no-registry =
    .title = Il n’y a pas de liste de partenaires ici.
    .help = Sans elle, personne ne peut dire qui remet quoi. Donnez son adresse.
award-registry-old =
    .title = La liste des partenaires est trop ancienne.
    .help = Reprenez la liste avec Internet, puis recommencez.
award-no-authorising-badge =
    .title = Ce carnet n’a pas le badge qui permet de remettre les autres.
    .help = C’est le badge « Acteur de la médiation numérique ». Demandez-le à votre structure.
award-authorisation-of-another =
    .title = Le badge qui permet de remettre est celui d’un autre carnet.
    .help = Ouvrez le carnet qui l’a reçu, ou demandez le vôtre à votre structure.
award-authorisation-not-valid =
    .title = Le badge qui permet de remettre n’est pas valable aujourd’hui.
    .help = Appelez votre structure. Elle peut vous en donner un nouveau.
award-key-not-listed =
    .title = La structure { $partner } n’a pas prévu que vous remettiez ce badge aujourd’hui.
    .help = { $why ->
        [not-for-this-badge] Elle ne remet pas ce badge-là. Demandez-le au Hub régional.
        [not-member-then] Elle n’est pas dans le réseau aujourd’hui. Appelez-la.
        [past-member] Elle n’est plus dans le réseau. Appelez-la.
        [key-stolen] Votre clé a été déclarée volée. Appelez-la.
       *[other] Appelez-la : elle peut ajouter votre clé à sa liste.
    }
award-no-criteria =
    .title = Le badge { $badge } n’a pas de critère publié.
    .help = Il ne peut pas être remis avant. Prévenez le Hub régional.
award-no-evidence =
    .title = Dites ce que la personne a montré.
    .help = Une phrase suffit : ce que vous avez vu, et quand.
award-no-recipient =
    .title = Dites à qui vous remettez ce badge.
    .help = Écrivez son nom comme la personne le dit. L’adresse courriel n’est pas obligatoire.
award-text-too-long =
    .title = { $field ->
        [evidence] Il y a trop de preuves pour un seul badge.
       *[other] Un texte est trop long pour tenir dans un badge.
    }
    .help = { $field ->
        [evidence] Gardez { $limit } preuves au plus.
       *[other] Gardez { $limit } signes au plus.
    }
award-list-full =
    .title = Cette clé a déjà remis tous les badges qu’elle pouvait.
    .help = Demandez à votre structure d’ajouter une clé.
award-not-verified =
    .title = Le badge signé n’a pas passé notre vérification. Nous ne le donnons pas.
    .help = Recommencez. Si cela dure, prévenez le Hub régional.
award-no-list =
    .title = La structure { $partner } ne publie pas de liste de retrait pour votre clé.
    .help = Sans elle, ce badge ne pourrait jamais être retiré. Demandez-la à votre structure.
award-list-unusable =
    .title = La liste de retrait de votre clé ne peut pas être lue.
    .help = Réessayez avec Internet. Si cela dure, appelez votre structure.
award-done = « { $name } » est signé pour { $to }, au nom de { $partner }. Numéro : { $number }
award-files = Les fichiers à donner à la personne. Chacun est le badge entier :
award-none = Rien n’a encore été remis depuis ce carnet.
award-line = { $state ->
        [withdrawn] { $name }, remis le { $day }, retiré
        [to-publish] { $name }, remis le { $day }, retrait à publier
        [on-hold] { $name }, remis le { $day }, en pause
       *[other] { $name }, remis le { $day }
    }
award-first-list = La liste de retrait de votre clé est dans { $file }.
    .help = Donnez-la à { $partner }, qui la publie avec votre clé.
award-list-name =
    .title = { $name } ne peut pas être le nom d’une clé.
    .help = Prenez des petites lettres et des chiffres, comme k4.
award-no-partner =
    .title = Le réseau n’a pas de partenaire { $partner }.
    .help = Regardez son nom court sur le site du registre.
withdraw-not-ours =
    .title = Le badge { $award } n’a pas été remis depuis ce carnet.
    .help = Seule la structure qui l’a remis peut le retirer.
withdraw-ambiguous =
    .title = { $count } badges remis commencent par { $award }.
    .help = Écrivez un peu plus du numéro.
withdraw-done = Le badge { $number } est retiré. Tout le monde peut le voir.
withdraw-to-carry = Le retrait du badge { $number } est signé. Il n’est pas encore publié.
    .help = Donnez le fichier { $file } à votre structure. Elle le publie avec sa fiche.
withdraw-already = Ce badge était déjà retiré. La liste est signée encore une fois.
withdraw-paused = Le badge { $number } est en pause. Pour le rendre : badge-wallet resume { $number }
withdraw-resumed = Le badge { $number } n’est plus en pause. Il vaut comme avant.
withdraw-cannot-pause =
    .title = Le badge { $award } a été remis sans pouvoir être mis en pause.
    .help = Il peut seulement être retiré. Pour un autre : award --may-pause
space-identifier = L’identifiant de ce carnet : { $did }
    .help = Donnez-le à votre structure. Elle l’ajoute à sa liste pour que vous puissiez remettre.

# ---------------------------------------------------------------- the wallet in a terminal
# .hint stands beside a choice. Key lines have at most 78 letters: a screen has 80.
tui-home = Mon carnet de badges
tui-home-hello = Bonjour.
tui-home-count = { $count ->
        [0] Votre carnet est vide.
        [one] Vous avez un badge.
       *[other] Vous avez { $count } badges.
    }
tui-home-add = Ajouter un badge
    .hint = un fichier, une image, une photo de QR code
tui-home-badges = Mes badges
    .hint = les voir, et savoir s’ils sont valables
tui-home-path = Mon parcours
    .hint = les étapes faites, et la prochaine
tui-home-next = la prochaine étape : { $name }
tui-home-notice = { $name } : { $what }
tui-home-notices = { $count ->
        [one] Et une autre chose à savoir : F2, « À savoir ».
       *[other] Et { $count } autres choses à savoir : F2, « À savoir ».
    }
tui-home-done = J’ai terminé
    .hint = fermer le carnet
tui-leave = Quitter
tui-door = Qui êtes-vous ?
    .help = Le carnet est fermé. Choisissez le vôtre.
    .one = Mon carnet
    .locked = protégé par une phrase
    .new = Nouveau carnet
tui-door-new = À qui est ce carnet ?
    .help = Écrivez un prénom ou un mot. Tout le monde pourra le lire ici.
tui-phrase = Tapez votre phrase, puis Entrée. Elle ne se voit pas.
tui-phrase-lost = Phrase perdue ? Demandez à votre médiateur une copie du carnet.
tui-wait = Un instant…
tui-back = Retour
tui-palette = Toutes les actions
    .help = Que voulez-vous faire ?
tui-other-acts = Autres actions
tui-notices = À savoir
    .hint = ce qui est arrivé à mes badges
tui-notices-none = Rien de nouveau : vos badges sont comme vous les avez laissés.
tui-notice-read = J’ai lu : { $name }
tui-all-again = Vérifier tous mes badges
    .hint = sont-ils encore valables ?
tui-all-again-done = { $changed ->
        [0] Tous vos badges sont vérifiés. Rien n’a changé.
        [one] Vos badges sont vérifiés. Un badge a changé.
       *[other] Vos badges sont vérifiés. { $changed } badges ont changé.
    }
tui-put-away = Ranger ce badge
tui-put-away-done = « { $name } » est rangé. Il peut revenir.
tui-take-back = Le remettre dans mon carnet
tui-removed = Les badges rangés
    .hint = les remettre dans mon carnet
tui-removed-choose = Choisissez le badge à remettre dans votre carnet.
tui-removed-none = Aucun badge n’est rangé.
tui-removed-one = Ce badge est rangé. Il ne compte pas tant qu’il est rangé.
tui-award = Remettre un badge
    .hint = reconnaître ce qu’une personne sait faire
    .help = Remplissez chaque ligne, puis relisez.
tui-award-to = Pour qui ?
    .help = Écrivez le nom de la personne, comme elle le dit.
    .empty = à écrire
    .missing = pour qui
tui-award-badge = Quel badge ?
    .help = Choisissez le badge, ou tapez quelques lettres.
    .empty = à choisir
    .missing = le badge
tui-award-seen = Ce que j’ai vu
    .help = Cochez ce que la personne a fait devant vous.
    .empty = à cocher
    .missing = ce que j’ai vu
tui-award-seen-all = C’est fini
tui-award-ticked = { $done } sur { $count }
tui-award-evidence = La preuve
    .help = Dites en une phrase ce que la personne a montré.
    .empty = à choisir
    .missing = la preuve
tui-award-evidence-kind = Comment l’avez-vous vu ?
tui-award-words = Un mot pour la personne
    .help = Elle le lira en recevant son badge.
    .empty = si vous voulez
tui-award-review = Relire et remettre
tui-award-missing = il manque : { $what }
    .help = Choisissez ces lignes, puis revenez ici.
tui-award-for = Pour { $to }.
tui-award-sign = Signer, fichiers dans { $folder }
tui-award-done = « { $name } » est signé pour { $to }, au nom de { $partner }.
    .help = Numéro { $number }. Les trois fichiers sont dans { $folder }. Chacun est le badge entier.
tui-award-another = Remettre un autre badge
tui-saving-archive = Tout emporter
    .hint = tous mes badges dans un seul fichier
tui-saving-picture = Enregistrer l’image
tui-saving-page = Une page à donner
    .help = Pour qui est cette page ? Écrivez le nom de la personne ou de la structure.
tui-saving-paper = À imprimer
tui-saving-path = L’imprimer, pour cocher à la main
tui-diary = Ce que j’ai montré
    .hint = à qui, et quand
tui-saving-where = Où mettre le fichier ?
tui-saved = Le fichier { $file } est dans { $folder }.
tui-file-archive = mes-badges.zip
tui-protect = Protéger mon carnet
    .hint = il faudra une phrase pour l’ouvrir
tui-protect-idea = Écrivez cette phrase sur un papier :
tui-protect-lost = Gardez ce papier. Sans la phrase, personne ne peut ouvrir le carnet.
tui-protect-written = Je l’ai écrite
tui-protect-own = Prendre mes propres mots
    .help = Tapez plusieurs mots, puis Entrée. Ils ne se voient pas.
tui-protect-again = Taper la phrase
    .help = Tapez la phrase, puis Entrée. Elle ne se voit pas.
tui-badges-none = Votre carnet est vide. Ajoutez un badge, ou regardez les parcours.
tui-search = { $letters ->
        [none] Chercher : tapez quelques lettres
       *[other] Chercher : { $letters }
    }
tui-search-none = Rien ne porte ces lettres. Échap : tout revoir.
tui-aside = Nous ne pouvons pas nous fier à ces fichiers. Ils ne comptent pas.
tui-badge = Mon badge
tui-badge-only-giver = Pour l’instant, seule la structure qui l’a remis le reconnaît.
tui-show = Montrer ce badge
tui-show-aim = Visez ce carré avec un téléphone.
tui-show-type = Ou tapez cette adresse :
tui-show-larger = Agrandissez la fenêtre pour voir le carré, ou tapez l’adresse.
tui-show-no-link = Ce badge n’est publié nulle part : il est seulement dans votre carnet.
    .help = Donnez son image. Le badge entier est dedans.
tui-again = Vérifier maintenant
tui-more = La suite est plus bas : ↓
tui-pathways = Choisissez un parcours pour voir ses étapes.
tui-pathway-done = Bravo, ce parcours est fini.
tui-step = Un badge à recevoir
tui-step-where = Où aller, à qui demander ?
tui-step-can-do = Ce badge reconnaît que vous savez :
tui-step-seen = Ce que l’on regarde avec vous :
tui-step-for = Avec ce badge, vous pouvez :
tui-step-done = { $day ->
        [none] Fait
       *[other] Fait le { $day }
    }
tui-step-done-recheck = { $day ->
        [none] Fait, à revérifier
       *[other] Fait le { $day }, à revérifier
    }
tui-step-done-expired = { $day ->
        [none] Fait, date passée
       *[other] Fait le { $day }, date passée
    }
tui-step-next = Prochaine étape
tui-step-next-at = Prochaine étape. { $place }
tui-step-to-recheck = À revérifier
tui-step-to-do = À faire
tui-adding = Où est votre badge ?
tui-adding-drop = Vous pouvez aussi déposer un fichier sur cette fenêtre.
tui-folder-stick = Clé USB { $name }
tui-folder-downloads = Téléchargements
tui-folder-desktop = Bureau
tui-folder-here = Ici : { $name }
tui-folder-choose = Choisissez le fichier à ajouter.
tui-folder-empty = Il n’y a pas de fichier ici.
tui-files = { $count ->
        [0] aucun fichier
        [one] un fichier
       *[other] { $count } fichiers
    }
tui-add-all = Tout ajouter : { $count } fichiers
tui-type = Taper le nom du fichier
    .hint = ou coller un lien
tui-type-what = Tapez le nom du fichier, ou collez un lien. Puis appuyez sur Entrée.
tui-opened-add = Ajouter à mon carnet
tui-told = Ce qui s’est passé
tui-adding-now = Nous vérifions : { $done } sur { $count }
tui-adding-done = Terminé : { $what }
tui-added-added = { $count ->
        [one] un badge ajouté
       *[other] { $count } badges ajoutés
    }
tui-added-newer = { $count ->
        [one] un badge plus récent
       *[other] { $count } badges plus récents
    }
tui-added-already-held = { $count } déjà là
tui-added-kept-aside = { $count } à part
tui-added-unreadable = { $count ->
        [one] un fichier pas ajouté
       *[other] { $count } fichiers pas ajoutés
    }
tui-outcome-of = { $what } : { $name }, { $state }
tui-outcome-added = Ajouté
tui-outcome-newer = Plus récent
tui-outcome-already-held = Déjà là
tui-outcome-kept-aside = Mis à part
tui-outcome-unreadable = Pas ajouté
tui-keys-home = ↑ ↓ choisir · Entrée ouvrir · F1 aide · F2 toutes les actions · Ctrl+Q quitter
tui-keys-door = ↑ ↓ choisir · Entrée ouvrir · F1 aide · Ctrl+Q quitter
tui-keys-list = ↑ ↓ choisir · Entrée ouvrir · Échap retour · F1 aide · F2 toutes les actions
tui-keys-reading = ↑ ↓ lire · ← → choisir · Entrée faire · Échap retour · F1 aide · F2 actions
tui-keys-showing = ← → choisir · Entrée faire · Échap retour · F1 aide · F2 actions
tui-keys-typing = Entrée ajouter · Échap retour · F1 aide
tui-keys-phrase = Entrée ouvrir · Échap retour · F1 aide
tui-keys-field = Entrée continuer · Échap retour · F1 aide
tui-keys-receiving = ↑ ↓ choisir · Entrée ouvrir · Échap arrêter ou revenir · F1 aide
tui-keys-narrow = Échap retour · F1 aide
tui-keys-help = Entrée ou Échap : fermer l’aide
tui-quit = Pour quitter : Ctrl+Q
tui-help = Aide
tui-help-home = Les flèches ↑ et ↓ changent de ligne. Le signe > montre la ligne choisie.
    Entrée ouvre cette ligne. Échap revient en arrière.
    Avec un lecteur d’écran, lancez : badge-wallet --texte
tui-help-list = Les flèches ↑ et ↓ changent de ligne. Le signe > montre la ligne choisie.
    Entrée ouvre cette ligne. Échap revient en arrière.
tui-help-search = Tapez des lettres : la liste ne garde que les noms qui les portent.
    Échap efface les lettres. Encore Échap : retour.
    ✔ valable. ! à savoir. ? pas tout vérifié. ✖ ne compte pas.
tui-help-reading = Les flèches ↑ et ↓ font défiler la page.
    Les flèches ← et → choisissent un bouton, entre crochets. Entrée le lance.
    Échap revient en arrière.
tui-help-showing = Ouvrez l’appareil photo d’un téléphone, et visez le carré noir et blanc.
    Il mène à la page du badge. L’adresse à côté est la même.
tui-help-typing = Écrivez le nom du fichier, avec son dossier.
    Vous pouvez aussi le déposer sur cette fenêtre. Le fichier reste où il est.
tui-help-phrase = Écrivez tous les mots, dans l’ordre. Les accents ne comptent pas.
    Une faute ne fait rien perdre : essayez encore.
tui-help-field = Écrivez une ligne, puis appuyez sur Entrée.
    Échap revient en arrière. Rien n’est gardé.
tui-help-receiving = Chaque ligne est un fichier. Entrée dit ce qui s’est passé.
    Échap arrête. Ce qui est ajouté reste ajouté.
    Vos fichiers restent où ils sont.
tui-plain-ask = Votre choix, puis Entrée :
tui-plain-choice = { $number }. { $label }
tui-plain-hinted = { $number }. { $label }. { $hint }
tui-plain-unknown = Aucun choix ne commence ainsi.
tui-plain-several = Plusieurs choix commencent ainsi. Tapez plus de lettres.
tui-plain-name = Le nom du fichier ou le lien, puis Entrée. Rien pour revenir :
tui-plain-field = Votre réponse, puis Entrée. Rien pour revenir :
tui-plain-bye = Le carnet est fermé.
tui-crashed = Le carnet s’est arrêté. Vos badges sont toujours là.
    .help = Lancez-le à nouveau. Si cela dure, prévenez le Hub régional.

# ---------------------------------------------------------------- the pages of the wallet
# Facts: owner, name, count, done, needed, day.
page-carnet = Carnet de badges
carnet-title = Mon carnet
carnet-of = Le carnet de { $owner }
carnet-count = { $count ->
        [0] Il n’y a pas encore de badge ici.
        [one] Ce carnet contient un badge.
       *[other] Ce carnet contient { $count } badges.
    }
carnet-empty = Ajoutez un premier badge : un fichier, une photo ou un lien.
carnet-what = Que voulez-vous faire ?
carnet-next-step = La prochaine étape
carnet-step-of = { $name } : { $done } sur { $needed }
carnet-badges = Mes badges
carnet-received = Reçu le { $day }
carnet-new = Nouveau
carnet-to-hidden = Le nom est caché exprès dans le badge.
carnet-aside = { $count ->
        [one] Un fichier gardé à part
       *[other] { $count } fichiers gardés à part
    }
    .help = Nous ne pouvons pas nous y fier. Ils ne comptent pas.
carnet-removed = { $count ->
        [one] Un badge rangé
       *[other] { $count } badges rangés
    }
carnet-add = Ajouter un badge
    .help = Vos fichiers ne changent pas. Ils restent aussi là où ils sont.
carnet-files = Choisissez vos badges, ou glissez-les ici
carnet-add-go = Ajouter au carnet
carnet-add-nothing = Il manque le badge. Choisissez un fichier, ou collez un lien.
carnet-add-fewer = Rien n’est ajouté. Choisissez { $most } fichiers au plus.
carnet-add-more = Ajouter un autre badge
carnet-pasted = Le texte collé
carnet-other-name = Ce badge porte un autre nom que le mien
    .help = Écrivez le nom, ou l’adresse, que la structure connaît.
carnet-added = { $count ->
        [one] Votre fichier
       *[other] Vos { $count } fichiers
    }
carnet-see = Voir mon carnet
carnet-go-on = Voir la suite du parcours
carnet-again = Vérifier maintenant
carnet-remove = Ranger ce badge
carnet-restore = Reprendre ce badge
carnet-print = Imprimer
carnet-how = Comment je l’ai obtenu
carnet-words = Le mot de la personne qui me l’a remis
carnet-evidence = Ce que j’ai montré
carnet-checks = Ce que nous avons vérifié
carnet-original = Prendre le fichier d’origine
carnet-pathways = Mes parcours
    .help = Un badge est une étape. Vous avancez à votre rythme.
carnet-path-told = { $done ->
        [0] Pas encore commencé.
        [one] Une étape faite sur { $needed }.
       *[other] { $done } étapes faites sur { $needed }.
    }
carnet-path-complete = Parcours terminé.
carnet-then = La suite : { $name }
carnet-others = Mes autres parcours
carnet-step-done = { $day ->
        [none] Fait
       *[other] Fait le { $day }
    }
carnet-step-done-recheck = { $day ->
        [none] Fait, à revérifier
       *[other] Fait le { $day }, à revérifier
    }
    .help = Nous n’avons pas pu tout vérifier. Cette étape reste faite.
carnet-step-done-expired = { $day ->
        [none] Fait, date passée
       *[other] Fait le { $day }, date passée
    }
    .help = Le badge n’est plus à jour. Cette étape reste faite.
carnet-step-recheck = À vérifier
    .help = Vous avez ce badge. Nous n’avons pas encore pu tout vérifier.
carnet-step-next = Prochaine étape
    .help = Demandez-la à la structure qui vous accompagne.
carnet-step-to-do = À faire
carnet-done = J’ai terminé
carnet-open-again = Ouvrir le carnet

# ---------------------------------------------------------------- who is there
door-who = Qui êtes-vous ?
    .help = Chaque personne a son carnet. Choisissez le vôtre, ou commencez-en un.
door-kept = Ouvrir mon carnet
door-locked = Avec une phrase
door-unlocked = Sans phrase
door-none-yet = Je n’ai pas de carnet ici
door-begin = Nouveau carnet
    .help = Rien à remplir. Sans phrase, tout s’efface à la fin, ou après { $minutes } minutes sans rien faire.
door-try = Juste essayer
    .help = Rien à remplir. Tout s’efface à la fin, ou après { $minutes } minutes sans rien faire.
door-open = Ouvrir le carnet { $name }
door-phrase-hint = Les majuscules, les accents et les virgules ne comptent pas.
door-passing = Ce carnet n’est pas gardé. « J’ai terminé » efface tout. Après { $minutes } minutes sans rien faire aussi.
door-keep = Garder ce carnet
    .help = Une phrase le ferme. Sans elle, personne ne l’ouvre, nous non plus.
door-idea = Une idée de phrase
    .help = Écrivez-la sur un papier, et gardez-le sur vous. Une phrase à vous convient aussi.
door-label = Le nom à montrer sur la page d’accueil
    .help = Tout le monde ici peut le lire. Un prénom suffit, ou rien.
door-asleep = Cette page s’est cachée.
    .help = Personne n’y touchait depuis un moment. Vos badges sont toujours là.
door-done-wiped = C’est effacé. Vous pouvez partir.
    .help = Il ne reste rien de ce carnet sur cet ordinateur. Vos fichiers à vous n’ont pas changé.
door-done-locked = Le carnet est fermé. Vous pouvez partir.
    .help = Il faudra votre phrase pour l’ouvrir à nouveau. Vos badges y restent, bien rangés.
door-done-left = C’est noté. Fermez cette fenêtre.
    .help = Ce carnet n’a pas de phrase : il reste sur cet ordinateur, ouvert à tous.
door-done-idle = La visite est finie.
    .help = Personne n’y touchait plus. Un carnet gardé est fermé, un autre est effacé.
door-none = Il n’y a pas de carnet dans ce dossier.
door-someone-else = Ce n’est pas mon carnet
door-next-person = Qui vient ensuite ?
space-wrong-card =
    .title = Cette carte n’ouvre pas ce carnet.
    .help = Une carte plus récente la remplace peut-être. Rien n’a changé.
space-card-unreadable =
    .title = { $why ->
        [square] Il n’y a pas de carte de secours dans cette image.
        [word] Un de ces mots n’est sur aucune carte.
       *[count] Une carte de secours a { $count } mots.
    }
    .help = Recopiez les mots de la carte, dans l’ordre.
space-too-soon =
    .title = { $seconds ->
        [one] Attendez une seconde, puis essayez encore.
       *[other] Attendez { $seconds } secondes, puis essayez encore.
    }
    .help = Regardez bien chaque mot sur votre papier.

# ---------------------------------------------------------------- the key of a space, on screen
key-title = La clé de mon carnet
key-bare = Ce carnet n’a pas de phrase.
key-old = La phrase d’aujourd’hui :
key-phrase = Changer la phrase
key-card = Faire une carte de secours
    .help = Ses mots ouvrent le carnet si vous oubliez la phrase. L’ancienne carte n’ouvrira plus rien.
key-card-go = Montrer la carte
key-card-words = Les mots de la carte
key-card-noted = Je l’ai sur papier
key-copy = Emporter une copie
    .help = Un seul fichier, fermé par une phrase. Mettez-le sur une clé USB.
key-copy-go = Prendre la copie
key-erase = Effacer tout le carnet
    .help = Ce qui est effacé ne revient pas. Emportez d’abord une copie.
key-erase-go = Effacer pour toujours
key-erased = C’est effacé.
    .help = Voici ce qui est parti :
key-forgot = J’ai oublié ma phrase
key-forgotten = J’ai oublié ma phrase
    .help = Il faut la carte de secours. Sans elle, personne ne peut ouvrir le carnet, nous non plus.

pin-title = Un code court
    .help = Pour aller vite, sur ce service seulement. Il ne protège pas un dossier copié. La phrase, si.
pin-ask = Votre code, 4 à 8 chiffres :
pin-keep = Garder ce code
pin-end = Ne plus utiliser le code
pin-or-phrase = Ou avec la phrase
space-wrong-pin =
    .title = Ce n’est pas le bon code.
    .help = Prenez votre temps. La phrase ouvre toujours.
space-pin-too-soon =
    .title = { $seconds ->
        [one] Le code attend encore une seconde.
       *[other] Le code attend encore { $seconds } secondes.
    }
    .help = La phrase ouvre tout de suite.
space-pin-ended =
    .title = Le code n’ouvre plus ce carnet.
    .help = Ouvrez-le avec votre phrase, puis choisissez un autre code.
space-pin-easy =
    .title = Ce code se devine trop vite.
    .help = Prenez { $least } à { $most } chiffres, ni pareils, ni à la suite.

# ---------------------------------------------------------------- the recovery card
card-title = Carte de secours du carnet
    .help = Ces mots ouvrent le carnet si la phrase est oubliée.
card-made = Faite le { $day }.
card-square = Les mêmes mots, pour un téléphone
card-how = Sur la page d’accueil du carnet : « J’ai oublié ma phrase ». Tapez les mots dans l’ordre.
card-keep = Gardez cette carte chez vous, loin de l’ordinateur. Qui l’a peut ouvrir le carnet.
card-written = La carte est dans { $file }. Imprimez-la, puis effacez ce fichier.
card-ended = La carte de secours n’ouvre plus rien.
card-opened = Le carnet est ouvert. La nouvelle phrase l’ouvre, et la carte aussi.
card-ask = Les mots de la carte, dans l’ordre :
card-key-changed =
    .title = La clé est changée. Les badges remis à l’ancienne restent à vous.
    .help = Vous remettez des badges : donnez la nouvelle clé à votre structure avant de continuer.

# ---------------------------------------------------------------- badges to try
page-trial = Des badges pour essayer
    .heading = Des badges pour essayer
    .lead = Chaque titre est la réponse attendue. Les personnes et les structures sont inventées.
page-trial-then = Téléchargez un badge, puis déposez-le là
page-trial-for = À qui est ce badge ? Écrivez :

# ---------------------------------------------------------------- pages served on this machine
# Facts: address, file.
serve-verifier = Vérifier un badge : { $address }
serve-carnet = Le carnet : { $address }
serve-registry = Les partenaires du réseau : { $address }
serve-trial = Des badges pour essayer : { $address }
serve-one = Un badge vérifié, { $file } :
serve-stop = Pour arrêter : Ctrl et C ensemble.
serve-no-region =
    .title = Il n’y a pas de région d’essai dans { $folder }.
    .help = Faites-la d’abord : badge-registry demo { $folder }

# ---------------------------------------------------------------- showing badges to others
# Facts: badge, limit, why; audience, day, until, name, names, file, count.
share-nothing =
    .title = Aucun badge n’est choisi.
    .help = Choisissez au moins un badge à montrer.
share-no-audience =
    .title = Nous ne savons pas à qui montrer ces badges.
    .help = Écrivez un nom, ou l’adresse du site qui vous les demande.
share-text-too-long =
    .title = Ce texte est trop long.
    .help = Gardez moins de { $limit } lettres.
share-not-shown =
    .title = { $why ->
        [aside] Ce badge a été modifié, il reste à part.
        [in-a-file] Ce badge est rangé dans un fichier avec d’autres.
       *[other] Ce badge est d’un modèle plus ancien.
    }
    .help = { $why ->
        [aside] Demandez à la structure de vous le remettre de nouveau.
       *[other] Montrez plutôt son fichier d’origine.
    }
share-not-bound = Ces badges ne nomment pas ce carnet. La personne vous demandera aussi votre nom.
share-done = Fichier à donner : { $file }
share-done-for = { $count ->
        [one] Un badge, pour { $audience }.
       *[other] { $count } badges, pour { $audience }.
    }
share-done-until = Utilisable jusqu’au { $until }. Vos badges, eux, restent valables.
share-inside = Ce que le badge contient, même si la page le cache :
    .help = Nous ne pouvons pas l’enlever. Le badge ne serait plus bien signé.
share-inside-name = votre nom
share-inside-mail = votre adresse de courriel
share-inside-evidence = ce que vous avez montré, vos preuves
share-inside-words = le mot de la personne qui vous l’a remis
share-diary-empty = Vous n’avez encore rien partagé.
share-diary-line = Le { $day }, pour { $audience } : { $names }
share-diary-until = { $until ->
        [none] sans date de fin
       *[other] jusqu’au { $until }
    }
share-diary-forgotten = { $count ->
        [0] Il n’y avait rien à effacer.
        [one] Une ligne effacée.
       *[other] { $count } lignes effacées.
    }
share-form-file = fichier signé
share-form-page = page à montrer
share-page-title = Des badges à montrer
share-page-of = Les badges de { $name }
share-page-made = Page faite pour { $audience } le { $day }. À lire avant le { $until }.
share-page-can-do = Ce badge reconnaît que la personne sait :
share-page-words = Un mot de la personne qui a remis ce badge :
share-page-evidence = Ce que la personne a montré :
share-page-check = Vérifier ces badges
    .help = Déposez ce fichier sur la page de vérification du réseau. Elle lit les badges signés qui sont dedans.
share-page-static = Cette page dit ce que nous savions le { $day }. Seule la vérification dit la réponse du jour.
share-page-signed = Prendre les badges signés

# ---------------------------------------------------------------- paper
# Facts: badge.
share-too-big-for-paper =
    .title = Ce badge est trop long pour tenir dans un carré imprimé.
    .help = Donnez plutôt son fichier, ou la page à montrer.
print-missing =
    .title = Ce programme ne sait pas encore préparer du papier.
    .help = Ajoutez-lui la partie « pdf », comme le dit la page du projet.

print-no-pathway =
    .title = Il n’y a pas de parcours « { $pathway } ».
    .help = La commande badge-wallet path dit ceux qui existent.
print-done = À imprimer : { $file }
print-whoever = qui aura le papier
print-badge-title = Badge { $name }
print-square-alt = Carré noir et blanc à photographier. Il contient tout le badge signé.
print-check = Pour vérifier ce badge
    .help = Photographiez ce carré sur la page de vérification du réseau. Il contient tout le badge. Pas besoin d’internet.
print-check-short = Pour vérifier : photographiez le carré sur la page de vérification du réseau.
print-made = Fait le { $day }.
print-path-title = Parcours { $name }
print-path-note = Cette feuille aide à se repérer. Seul le badge signé dit qu’une étape est faite.
print-rule-all = Toutes les étapes comptent.
print-rule-some = Il en faut { $needed } sur { $all }.
print-person = Ce parcours est celui de
print-day = Fait le
print-with = avec
print-ticked = Case cochée
print-to-tick = Case à cocher
share-form-paper = papier

# ---------------------------------------------------------------- showing badges, on the pages
# Facts: number, count, name.
share-start = Montrer mes badges
share-this = Montrer ce badge
share-step = Question { $number } sur 4
share-ask-whom = À qui voulez-vous montrer vos badges ?
    .help = Rien ne part avant la dernière page.
share-ask-what = Que voulez-vous montrer ?
    .help = Votre nom, vos preuves et les mots reçus restent cachés, sauf si vous cochez.
share-ask-long = Pour combien de temps ?
    .help = La page à montrer s’arrête. Votre badge, lui, reste valable.
share-ask-preview = Ce que la personne verra
    .help = Regardez bien. Rien n’est encore parti.
share-whom-employer = Un employeur
share-whom-adviser = Un conseiller, une conseillère
share-whom-everyone = Tout le monde (CV, réseaux)
share-whom-paper = Je veux un papier
share-audience = Son nom
    .help = Par exemple : Mairie de Clairval. Pour un papier, laissez vide.
share-badges = Quels badges ?
share-visible = Et aussi, si vous voulez
share-show-name = Montrer mon nom
share-name = Mon nom, comme je l’écris
share-show-mail = Montrer mon adresse de courriel
share-mail = Mon adresse de courriel
share-show-evidence = Montrer mes preuves
share-show-words = Montrer le mot de la personne qui m’a remis le badge
share-paper-stays = Un papier n’a pas de date de fin. Vous pouvez le reprendre ou le jeter.
share-days = { $count ->
        [365] 1 an
       *[other] { $count } jours
    }
share-next = Continuer
share-back = Revenir en arrière
share-give-page = Prendre la page à montrer
    .help = Un fichier à donner ou à envoyer vous-même.
share-give-sheet = Imprimer une feuille pour une candidature
share-give-file = Prendre le fichier signé, pour un programme
share-give-paper = Imprimer : { $name }
share-give-linkedin = Ajouter à LinkedIn : { $name }
share-finished = Avez-vous terminé ? Sur un ordinateur partagé, appuyez sur « J’ai terminé ».
share-form-linkedin = LinkedIn
share-linkedin = Ajouter à LinkedIn
share-linkedin-warn = LinkedIn range les badges avec les diplômes.
    .help = Votre badge est une reconnaissance. Vous choisirez encore sur leur page.
share-linkedin-go = Aller sur LinkedIn
share-diary = Ce que j’ai partagé
    .help = Cette liste reste dans votre carnet. Personne d’autre ne la voit.
share-diary-forget = Effacer cette liste
print-path-link = Imprimer ce parcours, à cocher à la main
share-along = Tout emporter
    .help = Vos fichiers d’origine, et une page pour les lire. Ils s’ouvrent sans ce programme.
share-along-go = Prendre tous mes badges

print-sheet-title = Ce que je sais faire
print-sheet-lead = Voici mes badges, et ce qu’ils reconnaissent.
print-sheet-check = Cette feuille n’est pas signée. Demandez la page à montrer, ou le badge, pour vérifier.

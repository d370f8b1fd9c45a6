# The words of the judgement: what we found, then what the reader can do about it.
# Facts that every sentence of a check may use, `none` when unknown: $issuer (its name
# in the registry), $from, $until, $host, $partner, $reason, $suite, $why.

# ---------------------------------------------------------------- how one check ended
outcome-passed = Vérifié
outcome-warning = À savoir
outcome-failed = Problème
outcome-not_checked = Pas vérifié
outcome-not_applicable = Pas demandé

# ---------------------------------------------------------------- the names of the checks
check-integrity-format = La forme du badge
check-integrity-proof = La signature
check-integrity-coverage = Le texte signé
check-integrity-picture = L’image
check-status-dates = Les dates
check-status-revocation = Le retrait
check-issuer-key = La clé de la structure
check-issuer-registry = Le réseau de confiance
check-recipient-identity = La personne
check-content-schema = Le contenu
check-content-evidence = Les preuves
check-content-endorsements = Les mots de soutien

# ---------------------------------------------------------------- the seven answers
# .word stands alone; .title is the one sentence; .do-1 and .do-2 say what to do now.
answer-trusted =
    .word = Valable
    .title = Ce badge est valable.
    .lead = Remis par { $issuer }. Cette structure est dans le réseau de confiance.
answer-trusted-then =
    .word = Valable
    .title = Ce badge est valable.
    .lead = Remis par { $issuer }. Cette structure était dans le réseau de confiance ce jour-là.

answer-not-in-registry =
    .word = Hors du réseau
    .title = Ce badge est bien signé. La structure est hors du réseau.
    .lead = Nous ne savons pas qui est cette structure. N’importe qui peut signer un badge. Personne n’a modifié celui-ci.
    .do-1 = Demandez à la personne où elle a reçu ce badge.
    .do-2 = Cherchez vous-même le numéro de cette structure, puis appelez.
answer-look-alike =
    .word = Attention au nom
    .title = Ce badge ne vient pas d’un partenaire du réseau.
    .lead = Son nom ressemble à celui d’un partenaire. Ce n’est pas ce partenaire qui a signé.
    .do-1 = { $reach ->
        [mail] Écrivez au vrai partenaire. Demandez s’il connaît ce badge.
        [page] Écrivez au vrai partenaire, sur son site. Demandez s’il connaît ce badge.
       *[none] Cherchez vous-même comment joindre le vrai partenaire.
    }
    .do-2 = Demandez à la personne où elle a reçu ce badge.
answer-not-a-badge =
    .word = Autre document
    .title = Ce document est bien signé. Ce n’est pas un badge.
    .lead = Personne ne l’a modifié. Il ne dit pas ce que la personne sait faire.
    .do-1 = Demandez à la personne le fichier de son badge.
    .do-2 = Déposez ce nouveau fichier ici.
answer-not-member-then =
    .word = Hors du réseau ce jour-là
    .title = Ce badge est bien signé. La structure n’était pas dans le réseau ce jour-là.
    .lead = Personne n’a modifié ce badge. Il a été remis en dehors du réseau de confiance.
    .do-1 = Demandez à la personne où elle a reçu ce badge.
    .do-2 = { answer-reach }. Demandez dans quel cadre elle l’a remis.
answer-not-for-this-badge =
    .word = Pas pour ce badge
    .title = Ce badge est bien signé. La structure ne pouvait pas remettre ce badge-là.
    .lead = Elle est dans le réseau de confiance, mais pour d’autres badges.
    .do-1 = { answer-reach }. Demandez dans quel cadre elle l’a remis.
    .do-2 = Demandez à la personne si elle a un autre badge.
answer-key-not-awarding =
    .word = Signature à confirmer
    .title = Ce badge est signé. La structure n’avait pas prévu cette signature.
    .lead = Elle est dans le réseau de confiance. Elle n’a pas donné cette clé pour remettre des badges.
    .do-1 = { answer-reach }. Demandez si elle a bien remis ce badge.
    .do-2 = Demandez à la personne qui lui a remis ce badge.
answer-list-by-another =
    .word = Retrait à confirmer
    .title = Ce badge est bien signé. La liste des badges retirés vient de quelqu’un d’autre.
    .lead = Nous ne pouvons pas nous fier à cette liste. Le badge a peut-être été retiré.
    .do-1 = { answer-reach }. Demandez si ce badge est toujours valable.
    .do-2 = Demandez à la personne si elle a un badge plus récent.
answer-no-registry =
    .word = Structure pas vérifiée
    .title = Ce badge est bien signé. Nous n’avons pas vérifié la structure.
    .lead = Personne n’a modifié ce badge. Il n’y a pas de liste de partenaires ici.
    .do-1 = Demandez à la personne où elle a reçu ce badge.
    .do-2 = Cherchez vous-même le numéro de cette structure, puis appelez.

answer-no-proof =
    .word = Pas de signature
    .title = Ce badge n’est pas signé. N’importe qui a pu le faire.
    .lead = Nous ne pouvons pas savoir qui l’a remis.
    .do-1 = Demandez à la personne le fichier d’origine, signé par la structure.
    .do-2 = { answer-reach-else }
answer-issuer-unproven =
    .word = Pas tout vérifié
    .title = Nous ne savons pas qui a signé ce badge.
    .lead = Personne n’a modifié ce fichier. Mais rien ne dit que la structure l’a signé.
    .do-1 = Demandez à la personne où elle a reçu ce badge.
    .do-2 = Cherchez vous-même le numéro de cette structure, puis appelez.
answer-status-not-checked =
    .word = Pas tout vérifié
    .title = Nous n’avons pas pu tout vérifier.
    .lead = Nous ne savons donc pas si ce badge a été retiré.
    .do-1 = Essayez encore dans une heure.
    .do-2 = { answer-reach-else }
answer-key-not-checked =
    .word = Pas tout vérifié
    .title = Nous n’avons pas pu tout vérifier.
    .lead = Nous ne savons donc pas si la structure a signé ce badge.
    .do-1 = Essayez encore dans une heure.
    .do-2 = { answer-reach-else }
answer-proof-not-checked =
    .word = Pas tout vérifié
    .title = Nous n’avons pas pu vérifier la signature.
    .lead = Nous ne savons donc pas si ce badge est vrai.
    .do-1 = Demandez à la personne où elle a reçu ce badge.
    .do-2 = { answer-reach }. Demandez si elle a bien remis ce badge.
answer-hosted-not-checked =
    .word = Pas tout vérifié
    .title = Nous n’avons pas pu tout vérifier.
    .lead = Nous ne pouvons donc pas lire la page qui prouve ce badge.
    .do-1 = Essayez encore dans une heure.
    .do-2 = { answer-reach-else }
answer-coverage-not-checked =
    .word = Pas tout vérifié
    .title = Nous n’avons pas pu tout vérifier.
    .lead = Une partie de ce badge n’est peut-être pas signée.
    .do-1 = Demandez à la personne le fichier d’origine.
    .do-2 = { answer-reach-else }
answer-registry-not-checked =
    .word = Pas tout vérifié
    .title = Nous n’avons pas pu tout vérifier.
    .lead = Nous ne savons donc pas si la structure est dans le réseau.
    .do-1 = Essayez encore dans une heure.
    .do-2 = { answer-reach-else }
answer-recipient-not-checked =
    .word = Pas tout vérifié
    .title = Nous ne savons pas si ce badge est à cette personne.
    .lead = Le badge ne porte pas ce genre de nom ou d’adresse.
    .do-1 = Demandez à la personne le nom ou l’adresse qu’elle a donnés à la structure.
    .do-2 = Vérifiez encore, avec ce nom ou cette adresse.
answer-rival-not-checked =
    .word = Pas tout vérifié
    .title = Cette image contient deux badges. Nous en avons vérifié un.
    .lead = Nous ne savons pas si les deux disent la même chose.
    .do-1 = Demandez à la personne le fichier d’origine.
    .do-2 = Déposez ce nouveau fichier ici.
answer-undetermined =
    .word = Pas tout vérifié
    .title = Nous n’avons pas pu tout vérifier.
    .lead = La liste plus bas dit ce qui manque.
    .do-1 = Essayez encore dans une heure.
    .do-2 = { answer-reach-else }

answer-other-person =
    .word = Autre personne
    .title = Ce badge a été remis à une autre personne.
    .lead = Vérifiez d’abord ce que vous avez écrit.
    .do-1 = Corrigez le nom ou l’adresse, puis vérifiez encore.
    .do-2 = Demandez à la personne le nom qu’elle a donné à la structure.

answer-revoked =
    .word = Retiré
    .title = La structure a retiré ce badge.
    .lead = Il ne faut plus s’y fier.
    .do-1 = { answer-reach }. Demandez pourquoi.
    .do-2 = Demandez à la personne si elle a un badge plus récent.
answer-suspended =
    .word = En pause
    .title = La structure a mis ce badge en pause.
    .lead = Il ne compte pas pour l’instant. Il peut revenir.
    .do-1 = { answer-reach }. Demandez jusqu’à quand.
    .do-2 = Revenez vérifier ce badge dans quelques jours.
answer-not-yet-valid =
    .word = Pas encore
    .title = { $from ->
        [none] Ce badge n’est pas encore valable.
       *[other] Ce badge sera valable à partir du { $from }.
    }
    .lead = Sa date de début n’est pas arrivée.
    .do-1 = Revenez vérifier ce badge à cette date.
    .do-2 = Demandez à la personne si elle a un autre badge.
answer-expired =
    .word = Date passée
    .title = { $until ->
        [none] Ce badge n’est plus à jour.
       *[other] Ce badge n’est plus à jour depuis le { $until }.
    }
    .lead = Il était valable quand il a été remis.
    .do-1 = Demandez à la personne si elle a un badge plus récent.
    .do-2 = { answer-reach }. Demandez si ce badge peut être renouvelé.
    .note = Ce que la personne a appris reste appris.
answer-expired-unsure =
    .word = Date passée
    .title = { $until ->
        [none] Ce badge n’est plus à jour.
       *[other] Ce badge n’est plus à jour depuis le { $until }.
    }
    .lead = Sa date de fin est passée.
    .do-1 = Demandez à la personne si elle a un badge plus récent.
    .do-2 = Demandez-lui aussi où elle l’a reçu.
answer-not-valid-now =
    .word = Pas valable
    .title = Ce badge n’est pas valable aujourd’hui.
    .lead = La liste plus bas dit pourquoi.
    .do-1 = Demandez à la personne si elle a un badge plus récent.
    .do-2 = { answer-reach-else }

answer-tampered =
    .word = Ne vous y fiez pas
    .title = Ce fichier a été modifié.
    .lead = La signature ne correspond pas. Nous ne montrons donc rien de ce badge.
    .do-1 = Demandez à la personne le fichier d’origine.
    .do-2 = Déposez ce nouveau fichier ici.
    .note = La personne n’y est peut-être pour rien. Un envoi peut abîmer un fichier.
answer-key-not-issuers =
    .word = Ne vous y fiez pas
    .title = La structure nommée n’a pas signé ce badge.
    .lead = Quelqu’un d’autre l’a signé. Nous ne montrons donc rien de ce badge.
    .do-1 = Demandez à la personne où elle a reçu ce badge.
    .do-2 = Demandez aussi à la structure qu’elle vous nomme.
    .note = La personne n’y est peut-être pour rien.
answer-key-withdrawn =
    .word = Ne vous y fiez pas
    .title = Ce badge est signé avec une clé retirée.
    .lead = La structure l’a dit : quelqu’un d’autre peut s’en servir. Nous ne montrons donc rien de ce badge.
    .do-1 = Demandez à la personne où elle a reçu ce badge.
    .do-2 = Demandez à la structure qu’elle vous nomme de le remettre à nouveau.
    .note = La personne n’y est peut-être pour rien.
answer-key-ended =
    .word = Ne vous y fiez pas
    .title = Ce badge est signé avec une clé arrêtée.
    .lead = La structure ne s’en servait plus ce jour-là. Nous ne montrons donc rien de ce badge.
    .do-1 = Demandez à la personne où elle a reçu ce badge.
    .do-2 = Demandez aussi à la structure qu’elle vous nomme.
    .note = La personne n’y est peut-être pour rien.
answer-uncovered-text =
    .word = Ne vous y fiez pas
    .title = Du texte a été ajouté à ce badge.
    .lead = La signature ne couvre pas ce texte. Nous ne montrons donc rien de ce badge.
    .do-1 = Demandez à la personne le fichier d’origine.
    .do-2 = Déposez ce nouveau fichier ici.
    .note = La personne n’y est peut-être pour rien.
answer-hosted-differs =
    .word = Ne vous y fiez pas
    .title = Le site de la structure dit autre chose.
    .lead = Ce fichier et le site ne sont pas d’accord. Nous ne montrons donc rien de ce badge.
    .do-1 = Demandez à la personne le fichier d’origine.
    .do-2 = Demandez vous-même à la structure.
    .note = La personne n’y est peut-être pour rien.
answer-proof-misused =
    .word = Ne vous y fiez pas
    .title = La signature de ce fichier a été faite pour autre chose.
    .lead = Elle ne remet pas ce badge aujourd’hui. Nous ne montrons donc rien de ce badge.
    .do-1 = Demandez à la personne le fichier d’origine.
    .do-2 = Déposez ce nouveau fichier ici.
    .note = La personne n’y est peut-être pour rien.
answer-refused =
    .word = Ne vous y fiez pas
    .title = Ce badge n’est pas authentique.
    .lead = Nous ne pouvons pas nous y fier. Nous ne montrons donc rien de ce badge.
    .do-1 = Demandez à la personne le fichier d’origine.
    .do-2 = Déposez ce nouveau fichier ici.
    .note = La personne n’y est peut-être pour rien. Un envoi peut abîmer un fichier.

answer-no-badge =
    .word = Pas de badge trouvé
    .do-1 = Demandez à la personne le fichier d’origine, tel qu’elle l’a reçu.
    .do-2 = Sur un papier, prenez en photo le carré noir et blanc (code QR). Mettez le papier à plat.
answer-unreadable =
    .word = Badge illisible
    .do-1 = Demandez à la personne le fichier d’origine, tel qu’elle l’a reçu.
    .do-2 = Déposez ce nouveau fichier ici.

# Whom to ask, by what the registry gives: a mailbox, a site, or nothing.
answer-reach = { $reach ->
        [mail] Écrivez à la structure
        [page] Écrivez à la structure, sur son site
       *[none] Cherchez vous-même comment joindre la structure
    }
answer-reach-else = { $reach ->
        [mail] Sinon, écrivez vous-même à la structure.
        [page] Sinon, écrivez vous-même à la structure, sur son site.
       *[none] Sinon, cherchez vous-même comment joindre la structure.
    }

# The two names of a look-alike.
alike-written = Écrit dans le badge
alike-partner = Le partenaire du réseau

answer-several =
    .title = { $count ->
        [one] Ce fichier contient un badge.
       *[other] Ce fichier contient { $count } badges.
    }
    .lead = Voici une réponse pour chacun.

# ---------------------------------------------------------------- around the answer
report-part = Badge { $number }
report-when = Vérifié le { $day } à { $clock }.
report-looked-at = Regardé le { $day } à { $clock }.
report-sound-signature = La signature est bonne.
report-sound-otherwise = Le badge, lui, est bien signé et toujours valable.
report-clock = { $hour } h { $minute }
report-now = Que faire maintenant ?
report-checks = Ce que nous avons vérifié
report-checks-missing = Ce qui manque, puis le reste
report-checks-more = Les autres points regardés
report-recognised = { $count ->
        [one] Reconnu par un partenaire
       *[other] Reconnu par { $count } partenaires
    }
report-recognised-if-valid = { $count ->
        [one] Quand il est valable, ce badge est reconnu par un partenaire
       *[other] Quand il est valable, ce badge est reconnu par { $count } partenaires
    }
report-networks = Ce que dit chaque réseau
report-support = Les mots de soutien
report-support-unknown = Nom non vérifié
report-recognised-title = Qui le reconnaît ?
report-recognised-nobody = Pour l’instant, seule la structure qui l’a remis le reconnaît.
report-recognised-no-partner = Aucun partenaire du réseau ne reconnaît ce badge.
report-recognised-unknown = Nous ne savons pas qui le reconnaît. La liste des partenaires nous manque.
report-fact = { $label } : { $value }

# ---------------------------------------------------------------- the badge
badge-unnamed = Un badge sans nom
badge-can-do = Ce badge reconnaît que cette personne sait :
badge-others-can-do = Ce badge reconnaît qu’une autre personne sait :
badge-could-do = Ce badge reconnaissait que cette personne savait :
badge-by = Remis par
badge-by-claimed = Le badge dit
badge-by-written = Nom écrit dans le badge
badge-this-name = Ce nom
badge-not-checked-name = Nous ne l’avons pas vérifié.
badge-quoted = « { $text } »
badge-to = À
badge-to-asked = La personne que vous avez nommée
badge-to-write = Nom de la personne, à écrire à la main :
badge-to-hidden = Le nom est caché exprès dans le badge. Donnez un nom : nous pourrons vérifier.
badge-to-space = Un carnet de badges, sans nom
badge-on = Le
badge-until = Jusqu’au
badge-no-end = Pas de date de fin
badge-day-unknown = Pas de date
badge-seen-by = Vu par
badge-how = Comment la personne l’a obtenu
badge-criteria = Ce qu’il fallait montrer
badge-evidence = Ce qu’elle a montré
badge-no-picture = L’image de ce badge n’est pas montrée ici.

# ---------------------------------------------------------------- each check in words
format-read =
    .title = C’est bien un badge.
    .help = Nous avons pu le lire en entier.

format-not-a-badge =
    .title = Ce document n’est pas un badge.
    .help = Il est signé de la même façon, et dit autre chose.
format-refreshed =
    .title = La structure a donné une copie plus récente du badge.
    .help = C’est elle que nous avons regardée.
format-not-refreshed =
    .title = La structure promet une copie plus récente du badge.
    .help = Nous ne l’avons pas eue. Nous avons regardé celle que vous avez donnée.
format-part-unread =
    .title = Une partie de ce fichier n’est pas lisible.
    .help = Les autres badges sont lus, chacun à part.
format-rival =
    .title = Cette image contient un autre badge, plus ancien.
    .help = Nous ne savons pas si les deux disent la même chose.
format-several =
    .title = Ce fichier contient plusieurs badges.
    .help = Chacun a sa réponse.

proof-holds =
    .title = Le fichier est intact.
    .help = Personne ne l’a modifié.
proof-one-unknown =
    .title = Le fichier est intact.
    .help = Il porte aussi une signature que nous ne savons pas lire.
proof-hosted =
    .title = La page du badge dit la même chose.
    .help = Le fichier et le site sont d’accord.
proof-none =
    .title = Ce badge n’est pas signé.
    .help = N’importe qui peut écrire un badge sans signature.
proof-invalid =
    .title = La signature ne correspond pas.
    .help = Le contenu a changé après la signature, ou quelqu’un d’autre a signé.
proof-malformed =
    .title = La signature est abîmée.
    .help = Il en manque une partie.
proof-wrong-purpose =
    .title = Cette signature sert à autre chose.
    .help = Elle n’a pas été faite pour remettre un badge.
proof-out-of-dates =
    .title = La signature n’est pas dans ses dates.
    .help = Elle n’a pas encore commencé, ou elle est finie.
proof-unsupported =
    .title = Nous ne savons pas lire cette signature.
    .help = Elle est d’une sorte que nous ne connaissons pas.
proof-challenge-mismatch =
    .title = Cette réponse a été faite pour une autre question.
    .help = Demandez à la personne de montrer encore ses badges.
proof-left-out =
    .title = Nous n’avons pas regardé cette signature.
    .help = Une autre suffit déjà pour répondre.
proof-too-complex =
    .title = Nous n’avons pas vérifié la signature.
    .help = Le fichier est trop compliqué pour un badge.

hosted-not-checked =
    .title = Nous n’avons pas pu lire la page de ce badge.
    .help = { $host ->
        [none] Le site ne répond pas.
       *[other] Le site { $host } ne répond pas.
    }
hosted-differs =
    .title = La page du badge dit autre chose.
    .help = Le fichier et le site ne sont pas d’accord.

coverage-full =
    .title = Tout le texte est signé.
    .help = Personne n’a rien ajouté.
coverage-uncovered =
    .title = Du texte a été ajouté à ce badge.
    .help = La signature ne couvre pas ce texte.
coverage-context-unknown =
    .title = Nous ne savons pas lire tout ce badge.
    .help = Il emploie des mots que nous ne connaissons pas.
coverage-not-needed =
    .title = La signature couvre tout le fichier.
    .state = Rien à vérifier

dates-in-force =
    .title = Les dates sont bonnes.
    .help = { $until ->
        [none] Il est valable aujourd’hui.
       *[other] Il est valable jusqu’au { $until }.
    }
dates-no-end =
    .title = Les dates sont bonnes.
    .help = Il n’a pas de date de fin.
dates-expired =
    .title = Ce badge n’est plus à jour.
    .help = { $until ->
        [none] Sa date de fin est passée.
       *[other] Sa date de fin était le { $until }.
    }
dates-not-yet =
    .title = Ce badge n’est pas encore valable.
    .help = { $from ->
        [none] Sa date de début n’est pas arrivée.
       *[other] Il le sera le { $from }.
    }
dates-impossible =
    .title = Les dates de ce badge ne vont pas ensemble.
    .help = Il finit avant de commencer.
dates-unknown =
    .title = Ce badge ne dit pas quand il a été remis.
    .help = Nous ne pouvons pas regarder ses dates.

status-in-force =
    .title = Le badge n’a pas été retiré.
    .help = { $listed ->
        [none] Nous avons lu la liste de la structure.
       *[other] La liste de la structure que nous avons lue date du { $listed }.
    }
status-hosted =
    .title = Le badge n’a pas été retiré.
    .help = Il est toujours sur le site de la structure.
status-none-declared =
    .title = La structure n’a pas prévu de retirer ce badge.
    .help = Elle ne publie pas de liste de badges retirés.
    .state = Rien à vérifier
status-revoked =
    .title = La structure a retiré ce badge.
    .help = { $reason ->
        [none] Elle n’a pas donné de raison.
       *[other] Raison donnée : « { $reason } »
    }
status-suspended =
    .title = La structure a mis ce badge en pause.
    .help = Il peut redevenir valable.
status-unknown =
    .title = A-t-il été retiré ? Nous ne savons pas.
    .help = Nous n’avons pas pu lire la liste de la structure.
status-unreachable =
    .title = A-t-il été retiré ? Nous ne savons pas.
    .help = { $host ->
        [none] Le site de la structure ne répond pas.
       *[other] Le site { $host } ne répond pas.
    }
status-list-invalid =
    .title = A-t-il été retiré ? Nous ne savons pas.
    .help = La liste de la structure est abîmée, ou trop ancienne.
status-kind-unknown =
    .title = A-t-il été retiré ? Nous ne savons pas.
    .help = La structure publie une liste que nous ne savons pas lire.
status-list-short =
    .title = Le badge n’a pas été retiré.
    .help = La liste de la structure est courte. Elle protège mal les personnes.
status-list-by-another =
    .title = La liste des badges retirés vient de quelqu’un d’autre.
    .help = La structure ne l’a pas signée elle-même.

key-issuers =
    .title = La structure l’a bien signé.
    .help = La clé est bien la sienne.
key-not-issuers =
    .title = { $why ->
        [revoked] La structure a retiré cette clé.
        [expired] La structure ne se servait plus de cette clé.
       *[other] La structure nommée n’a pas signé ce badge.
    }
    .help = { $why ->
        [revoked] Quelqu’un d’autre peut s’en servir.
        [expired] Elle l’avait arrêtée avant ce jour-là.
       *[other] La clé n’est pas la sienne.
    }
key-unavailable =
    .title = L’a-t-elle signé ? Nous ne savons pas.
    .help = { $host ->
        [none] Nous n’avons pas pu lire la clé de la structure.
       *[other] Le site { $host } ne répond pas.
    }
key-did-method-unknown =
    .title = L’a-t-elle signé ? Nous ne savons pas.
    .help = La structure se présente d’une façon que nous ne connaissons pas.
key-did-document-invalid =
    .title = L’a-t-elle signé ? Nous ne savons pas.
    .help = La page où la structure donne sa clé est abîmée.
key-invalid =
    .title = La clé de ce badge ne marche pas.
    .help = Elle est abîmée, ou trop faible.
key-unproven =
    .title = Nous ne savons pas qui a signé ce badge.
    .help = Rien ne relie la signature à la structure nommée.
key-hosted =
    .title = Le badge est sur le site de la structure.
    .help = C’est elle qui l’y a mis.

key-hosted-in-clear =
    .title = Le badge est sur le site de la structure.
    .help = Il donne une adresse sans protection. Nous avons lu l’adresse protégée.

registry-member =
    .title = La structure est dans le réseau.
    .help = Elle pouvait remettre ce badge ce jour-là.
registry-past-member =
    .title = La structure était dans le réseau ce jour-là.
    .help = Elle l’a quitté depuis. Le badge garde sa valeur.
registry-not-listed =
    .title = La structure est hors du réseau.
    .help = Notre réseau ne la connaît pas. Cela ne dit rien de la personne.
registry-listed-unsigned =
    .title = Une liste sans signature nomme cette structure : { $partner }.
    .help = N’importe qui peut écrire dans une telle liste. Cela ne prouve rien.
registry-member-elsewhere =
    .title = Un autre réseau connaît cette structure.
    .help = Nous montrons sa réponse. Elle ne suffit pas à elle seule.
registry-not-member-then =
    .title = La structure n’était pas dans le réseau ce jour-là.
    .help = Cela ne dit rien de la personne.
registry-not-for-this-badge =
    .title = La structure est dans le réseau, mais pas pour ce badge.
    .help = Elle ne pouvait pas remettre ce badge ce jour-là.
registry-key-not-awarding =
    .title = La structure n’avait pas prévu cette signature.
    .help = Elle n’a pas donné cette clé pour remettre des badges.
registry-key-stolen =
    .title = Cette clé n’est plus celle de la structure.
    .help = La structure l’a dit : quelqu’un d’autre peut s’en servir.
registry-recogniser-only =
    .title = La structure reconnaît des badges, mais n’en remet pas.
    .help = Le réseau ne lui a pas donné ce rôle.
registry-look-alike =
    .title = Attention : ce nom ressemble à celui d’un partenaire.
    .help = { $partner ->
        [none] Ce badge ne vient pas de ce partenaire.
       *[other] Ce badge ne vient pas de { $partner }.
    }
registry-none =
    .title = Nous n’avons pas cherché la structure.
    .help = Il n’y a pas de liste de partenaires ici.
registry-not-checked =
    .title = Est-elle dans le réseau ? Nous ne savons pas.
    .help = Nous n’avons pas pu lire la liste des partenaires.
registry-issuer-unknown =
    .title = Est-elle dans le réseau ? Nous ne savons pas.
    .help = La page du badge manque. Elle seule dit qui l’a remis.
registry-signer-unknown =
    .title = Est-elle dans le réseau ? Nous ne savons pas.
    .help = Rien ne dit qui a signé ce badge.
registry-expired =
    .title = Est-elle dans le réseau ? Nous ne savons pas.
    .help = Notre liste des partenaires est trop ancienne.

recipient-match =
    .title = Ce badge est bien à cette personne.
    .help = Le nom ou l’adresse correspond.
recipient-match-weak =
    .title = Ce badge est bien à cette personne.
    .help = Le badge cache mal son nom ou son adresse.
recipient-other =
    .title = Ce badge a été remis à une autre personne.
    .help = Vous avez donné un autre nom, ou une autre adresse.
recipient-shown-by-another =
    .title = Une autre personne montre ce badge.
    .help = Celle qui répond n’est pas celle du badge.
recipient-not-asked =
    .title = Le nom de la personne.
    .help = Vous n’avez pas donné de nom.
recipient-not-comparable =
    .title = Est-il à cette personne ? Nous ne savons pas.
    .help = Le badge ne porte pas ce genre de nom ou d’adresse.

picture-same =
    .title = C’est l’image de la structure qui a remis le badge.
picture-alike =
    .title = C’est l’image de la structure qui a remis le badge.
    .help = Elle a été agrandie, réduite ou enregistrée à nouveau.
picture-different =
    .title = Ce n’est pas l’image de la structure qui a remis le badge.
    .help = Le badge, lui, n’en dépend pas. Regardez les deux images.
    .received = L’image reçue
    .issuers = L’image de la structure
picture-changed-since =
    .title = L’image de la structure a changé depuis la remise du badge.
    .help = Ce n’est plus celle que la structure avait signée. Le badge n’en dépend pas.
picture-unnamed =
    .title = La structure n’a pas donné d’image à ce badge.
    .state = Rien à vérifier
picture-not-compared =
    .title = Est-ce l’image de la structure ? Nous ne savons pas.
    .help = Nous n’avons pas pu comparer les images. Le badge n’en dépend pas.
picture-none =
    .title = Ce badge n’est pas dans une image.
    .state = Rien à vérifier

content-complete =
    .title = Le badge dit ce qu’il reconnaît.
    .help = Son nom et ce qu’il fallait montrer y sont.
content-incomplete =
    .title = Le badge ne dit pas tout.
    .help = Il manque son nom, ou ce qu’il fallait montrer.
content-not-due =
    .title = Nous n’avons pas regardé le contenu.
    .state = Rien à vérifier
schema-departed =
    .title = Le badge n’a pas tout à fait la forme qu’il annonce.
    .help = Une partie manque ou a une autre forme. Le badge n’en dépend pas.
schema-not-checked =
    .title = Le badge annonce une forme que nous n’avons pas regardée.
    .help = Nous ne connaissons pas cette forme. Le badge n’en dépend pas.

evidence-none =
    .title = Le badge ne montre pas de preuve.
    .state = Rien à vérifier
evidence-told =
    .title = Le badge raconte ce que la personne a montré.
    .state = À lire
evidence-not-opened =
    .title = Le badge donne des liens vers des preuves.
    .help = Nous ne les ouvrons pas. Vous pouvez les regarder vous-même.

endorsement-none =
    .title = Personne n’a ajouté de mot de soutien.
    .state = Rien à vérifier
endorsement-signed =
    .title = Les mots de soutien sont bien signés.
    .help = Chacun vient d’une structure du réseau.
endorsement-signed-by-unknown =
    .title = Les mots de soutien sont bien signés.
    .help = Mais la liste ne connaît pas tous ceux qui les ont écrits.
endorsement-false =
    .title = Un mot de soutien n’est pas bien signé.
    .help = N’en tenez pas compte. Le badge, lui, n’en dépend pas.
endorsement-of-another =
    .title = Un mot de soutien parle d’autre chose.
    .help = Nous ne le montrons pas. Le badge n’en dépend pas.
endorsement-ended =
    .title = Un mot de soutien ne vaut plus.
    .help = Il est fini ou retiré. Le badge n’en dépend pas.
endorsement-own =
    .title = La structure soutient son propre badge.
    .help = Personne d’autre n’a ajouté de mot de soutien.
    .state = À savoir
endorsement-not-checked =
    .title = Nous ne savons pas qui a écrit les mots de soutien.
    .help = Le badge n’en dépend pas.

# ---------------------------------------------------------------- what was named on the command line
refresh-not-taken =
    .title = Ce n’est pas une copie plus récente de ce badge.
input-no-file =
    .title = Il n’y a pas de fichier à ce nom, ou il ne s’ouvre pas.
    .help = Regardez si le nom est bien écrit.

# ---------------------------------------------------------------- the reasons, one sentence each
reason-tampered = Le fichier a été modifié.
reason-key_not_issuers = La structure nommée n’a pas signé.
reason-uncovered_text = Du texte n’est pas signé.
reason-hosted_differs = Le site de la structure dit autre chose.
reason-proof_misused = La signature a été faite pour autre chose.
reason-revoked = La structure l’a retiré.
reason-suspended = La structure l’a mis en pause.
reason-expired = Il n’est plus à jour.
reason-not_yet_valid = Il n’est pas encore valable.
reason-other_person = Il est à une autre personne.
reason-status_not_checked = Nous ne savons pas s’il a été retiré.
reason-key_not_checked = Nous ne savons pas si la structure l’a signé.
reason-proof_not_checked = Nous n’avons pas pu vérifier la signature.
reason-hosted_not_checked = Nous n’avons pas pu lire la page du badge.
reason-coverage_not_checked = Une partie n’est peut-être pas signée.
reason-registry_not_checked = La liste des partenaires nous manque.
reason-recipient_not_checked = Nous ne savons pas à qui il est.
reason-rival_not_checked = L’image contient un second badge, pas vérifié.
reason-no_proof = Il n’est pas signé.
reason-issuer_unproven = Nous ne savons pas qui a signé.
reason-no_registry = Il n’y a pas de liste de partenaires ici.
reason-not_in_registry = La structure est hors du réseau.
reason-not_member_then = La structure n’était pas dans le réseau ce jour-là.
reason-not_for_this_badge = La structure ne pouvait pas remettre ce badge.
reason-key_not_awarding = La structure n’avait pas prévu cette signature.
reason-list_by_another = La liste des badges retirés vient de quelqu’un d’autre.
reason-look_alike = Le nom ressemble à celui d’un partenaire.
reason-not_a_badge = Ce document n’est pas un badge.
reason-duplicate = Vous avez déjà ce badge.
reason-newer = C’est une version plus récente d’un badge que vous avez.

# ---------------------------------------------------------------- for specialists
expert-level = Niveau
expert-reasons = Raisons
expert-format = Format
expert-container = Contenant
expert-proofs = Signature
expert-registry = Registre
expert-registry-of = { $name }, version du { $day }, { $partners } partenaires
expert-no-registry = Aucun
expert-alarm = Registre, à regarder
expert-requests = Adresses interrogées
expert-no-requests = Aucune

report-recognised-unproven = Nous ne savons pas qui l’a remis, donc pas qui le reconnaît.

# ---------------------------------------------------------------- the verifier's pages
page-verifier = Vérifier un badge
page-start = Ce badge est{ "\u2060" }-{ "\u2060" }il valable ?
    .lead = Déposez le badge. Nous répondons en une phrase.
page-start-wrong = Il manque le badge
page-start-nothing = Il manque le badge. Choisissez un fichier, ou collez un lien.
page-start-file = Choisissez le badge, ou glissez-le ici
page-start-kinds = Une image, un PDF, un fichier, ou la photo d’un papier.
page-start-limit = { $megabytes } Mo au plus.
page-start-chosen = Fichier choisi :
page-start-who = À qui est ce badge ? (facultatif)
    .help = Un nom ou une adresse e-mail. Nous vérifions qu’il est bien à cette personne.
page-start-go = Vérifier ce badge
page-start-busy = Nous vérifions… Cela prend quelques secondes.
page-start-link = Je n’ai pas de fichier, j’ai un lien
    .help = Collez le lien ou le texte ici
page-start-paper = J’ai un papier avec un carré noir et blanc (code QR)
    .help = Prenez-le en photo, bien à plat et bien éclairé. Déposez ensuite la photo ici.
page-start-know = Ce que vous allez savoir
page-start-know-genuine = Le badge est-il authentique ?
page-start-know-valid = Est-il encore valable ?
page-start-know-who = Qui l’a remis ?
page-start-know-near = Qui le reconnaît près de chez vous ?
page-start-know-whose = Est-il bien à cette personne ?
page-start-promise = Sans compte. Gratuit. Nous ne gardons rien.

page-answer-retry = Essayer encore
page-answer-rename = Corriger le nom ou l’adresse
page-answer-rename-go = Vérifier avec ce nom
page-answer-another = Vérifier un autre badge
page-answer-another-file = Vérifier un autre fichier
page-answer-print = Garder cette réponse
page-answer-specialists = Pour les spécialistes
page-answer-report = Le rapport complet

page-help = Aide
    .heading = Comment vérifier un badge
page-help-original = Demandez le fichier d’origine
    .text = Un badge est une image avec une signature cachée dedans. Une capture d’écran perd cette signature. Demandez donc le fichier tel que la personne l’a reçu.
page-help-photo = Avec un papier
    .text = Le papier porte un carré noir et blanc (code QR). Prenez ce carré en photo, bien à plat et bien éclairé. Déposez la photo.
page-help-link = Avec un lien
    .text = Ouvrez « Je n’ai pas de fichier, j’ai un lien ». Collez le lien, puis vérifiez.
page-help-person = Pour savoir à qui est le badge
    .text = Écrivez le nom ou l’adresse e-mail de la personne. Nous comparons avec le badge. Nous ne gardons pas ce que vous écrivez.
page-help-answers = Ce que veut dire la réponse
page-help-answer-trusted = Tout est vérifié. La structure est dans le réseau de confiance.
page-help-answer-not-in-registry = Le badge est bien signé. Nous ne connaissons pas la structure.
page-help-answer-undetermined = Il nous manque quelque chose. Essayez plus tard, ou écrivez à la structure.
page-help-answer-other-person = Vous avez donné un nom. Le badge en porte un autre.
page-help-answer-expired = Le badge avait une date de fin. Elle est passée.
page-help-answer-revoked = La structure ne maintient plus ce badge.
page-help-answer-refused = Le fichier a changé, ou quelqu’un d’autre l’a signé.
page-help-answer-no-badge = Ce fichier est autre chose, ou une capture d’écran.
page-help-fails = Si cela ne marche pas
    .text = Demandez à la structure qui a remis le badge. Elle peut en donner une copie à la personne.

page-about = Qui sommes-nous ?
    .heading = Qui sommes-nous ?
page-about-what = Ce que montre un badge
    .text = Un badge dit ce qu’une personne sait faire avec le numérique. Un professionnel l’a vue faire. Le badge porte la signature de sa structure.
page-about-who = Qui est derrière
    .text = Des médiateurs numériques de Bourgogne-Franche-Comté ont créé ces badges. Le projet s’appelle DEFFILAB. Il réunit le Hub régional MedNum BFC, porté par l’ARNia, le Fablab des 3 Lapins et le collectif Bravo BFC.
page-about-recognise = Reconnaître
    .text = Un badge n’est ni un diplôme ni un examen. Il vaut par les partenaires qui le reconnaissent en public. Leurs noms sont sur chaque réponse.
page-about-free = Un logiciel libre
    .text = Tout le monde peut lire ce programme, l’installer et le vérifier.

page-accessibility = Accessibilité
    .heading = Accessibilité
page-accessibility-aim = Ce que nous voulons
    .text = Chacun peut vérifier un badge : au clavier, avec un lecteur d’écran, sur un petit téléphone. Nous suivons le RGAA, qui reprend les WCAG 2.2, niveau AA.
page-accessibility-done = Ce qui est fait
    .text = Les pages marchent sans souris et sans JavaScript. Le texte grandit jusqu’à 200 %. Aucun sens ne passe par la couleur seule. Des essais automatiques le regardent à chaque changement.
page-accessibility-left = Ce qui reste à faire
    .text = Personne d’extérieur n’a encore contrôlé ces pages. Nous ne disons donc pas qu’elles sont conformes.
page-accessibility-tell = Quelque chose vous bloque ?
    .text = Dites-le à la structure qui vous a donné cette adresse. Elle vous donnera la réponse autrement.

page-privacy = Vie privée
    .heading = Vie privée
page-privacy-nothing = Nous ne gardons rien
    .text = Votre fichier est lu en mémoire, puis oublié avec la réponse. Rien n’est écrit sur un disque. Le nom que vous écrivez est oublié aussi.
page-privacy-asked = Ce que nous demandons ailleurs
    .text = Pour certains badges, nous lisons la page de la structure, son image ou sa liste de badges retirés. Nous ne lui disons ni votre nom, ni celui de la personne. La réponse donne ces adresses, pour les spécialistes.
page-privacy-cookies = Les cookies
    .text = Il y en a deux au plus : la langue que vous choisissez, et la protection du formulaire. Aucun ne vous suit.
page-privacy-rights = Vos droits
    .text = Nous n’avons rien sur vous, donc rien à corriger ni à effacer. La réponse, elle, reste chez vous si vous l’imprimez.

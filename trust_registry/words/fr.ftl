# The words of this floor: what happened, then what the reader can do about it.


# ------------------------------------------------------------------ catalogue
# Facts: id and name (of the badge or pathway), field, language, count, limit, word, sentence.

catalogue-status-reconstruction =
    .title = Cette liste de badges est une reconstruction
    .help = Elle sert en attendant la liste publiée par le Hub régional.
catalogue-status-published =
    .title = Cette liste de badges est publiée par le Hub régional

catalogue-evidence-task = Une tâche réalisée
    .help = La personne la fait sans aide, devant vous.
catalogue-evidence-situation = Une mise en situation
    .help = La personne joue un moment de la vie courante.
catalogue-evidence-observation = L’observation du professionnel
    .help = Dites ce que vous avez vu, et quand.
catalogue-evidence-document = Un document produit
    .help = La personne choisit si elle le montre.
catalogue-evidence-procedure = Une démarche faite en autonomie
    .help = Gardez la trace de la démarche, jamais son contenu.

catalogue-invalid =
    .title = Ce catalogue ne peut pas être lu
    .help = Regardez l’endroit { $path } : { catalogue-why }.
catalogue-badge-unknown =
    .title = Le réseau n’a pas de badge { $badge }
    .help = Regardez la liste des badges du réseau.
catalogue-image-missing =
    .title = L’image { $image } n’est pas là
    .help = Ajoutez cette image, puis recommencez.

catalogue-too-many-badges =
    .title = Le parcours « { $name } » compte { $count } badges
    .help = Gardez { $limit } badges au plus. Ajoutez les autres peu à peu.
catalogue-name-too-long =
    .title = Le nom de « { $name } » est trop long
    .help = Il compte { $count } caractères en { catalogue-language }, pour { $limit } au plus.
catalogue-sentence-too-long =
    .title = Une phrase de « { $name } » est trop longue
    .help = Elle compte { $count } mots, pour { $limit } au plus. Coupez-la en deux : « { $sentence } »
catalogue-jargon =
    .title = Le mot « { $word } » ne se comprend pas tout de suite
    .help = Dites-le autrement. Regardez { catalogue-field } de « { $name } ».
catalogue-exam =
    .title = Le mot « { $word } » ne convient pas à un badge
    .help = Un badge reconnaît. Il ne mesure personne. Regardez { catalogue-field } de « { $name } ».
catalogue-unseen =
    .title = « { $name } » : « { $word } » ne se voit pas
    .help = Dites ce que la personne fait devant vous. Sinon chacun regarde autre chose.
catalogue-no-criteria =
    .title = « { $name } » n’a pas de critère
    .help = Dites ce que vous voulez voir avant de remettre ce badge.
catalogue-no-evidence-kinds =
    .title = « { $name } » n’a pas de preuve attendue
    .help = Choisissez au moins une des cinq sortes de preuve.
catalogue-no-situations =
    .title = « { $name } » n’a pas de situation
    .help = Donnez au moins un moment où cela se voit.
catalogue-can-do-count =
    .title = « { $name } » dit { $count } choses que la personne sait faire
    .help = Écrivez de { $least } à { $most } choses.
catalogue-missing-language =
    .title = « { $name } » n’est pas complet en { catalogue-language }
    .help = Écrivez { catalogue-field } dans cette langue.
catalogue-languages-differ =
    .title = « { $name } » n’a pas autant de lignes dans chaque langue
    .help = Regardez { catalogue-field } : une ligne en français, une ligne en anglais.
catalogue-badge-in-no-pathway =
    .title = « { $name } » n’est dans aucun parcours
    .help = Ajoutez ce badge à un parcours.
catalogue-alignment-without-code =
    .title = Une compétence de « { $name } » n’a pas de numéro
    .help = Ajoutez le numéro de « { $alignment } ».
catalogue-nobody-awards =
    .title = Personne ne peut remettre ces badges
    .help = Un badge au moins doit permettre de remettre les autres.

catalogue-language = { $language ->
    [fr] français
    [en] anglais
   *[other] { $language }
}
catalogue-field = { $field ->
    [name] le nom
    [summary] la phrase de présentation
    [can_do] ce que la personne sait faire
    [criteria] les critères
    [situations] les situations
    [good_for] ce à quoi le badge sert
    [alt] la description de l’image
    [tags] les mots-clés
    [alignment] le nom de la compétence
   *[other] le texte
}
catalogue-why = { $why ->
    [missing] il manque une partie
    [unknown] cette partie n’est pas prévue
    [empty] rien n’est écrit
    [too-long] le texte est trop long
    [too-many] la liste est trop longue
    [out-of-range] le nombre est trop petit ou trop grand
    [characters] un caractère ne se voit pas
    [form] l’écriture n’est pas celle attendue
    [choice] ce choix n’est pas dans la liste
    [language] ce n’est pas un code de langue
    [duplicate] c’est deux fois la même chose
    [no-such-badge] ce badge n’est pas dans le catalogue
    [personal] on ne publie pas ce qui touche une personne
    [shortened] ce qui est publié ne se retire pas
    [signature] la signature n’est pas la bonne
    [foreign] ceci est à un autre partenaire
   *[other] ce n’est pas la sorte de valeur attendue
}

# ------------------------------------------------------------------ the registry's page
# Facts: day, listed, until (days in words), count.

page-registry = Les partenaires du réseau
    .heading = Qui est dans le réseau ?
    .lead = Ces structures se reconnaissent entre elles. Chacune signe sa part de la liste.
page-registry-unread = La liste des partenaires ne peut pas être lue maintenant.
    .help = Revenez dans un moment. Rien n’est perdu.
page-registry-fresh = Liste du { $listed }, à jour jusqu’au { $until }.
page-registry-old = Cette liste, du { $listed }, n’est plus à jour depuis le { $until }.
    .help = Le Hub régional doit la renouveler. En attendant, elle ne prouve plus rien.
page-registry-count = { $count ->
        [one] Un partenaire
       *[other] { $count } partenaires
    }
page-registry-since = Depuis le { $day }
page-registry-left = Jusqu’au { $day }
page-registry-gone = Ont quitté le réseau
    .help = Les badges remis avant cette date restent bons.
page-registry-written = Voir les pages du réseau, telles qu’elles étaient ce jour-là
page-registry-programs = Pour les programmes
    .help = La liste signée commence par ce fichier. N’importe quel site peut en donner une copie.


# ------------------------------------------------------------------ members and entries
# Facts: path, why (see catalogue-why), slug (a member's short name), part, file, source.

kind-hub =
    .title = Hub régional
kind-association =
    .title = Association
kind-library =
    .title = Médiathèque
kind-insertion =
    .title = Mission locale ou structure d’insertion
kind-employment =
    .title = Service de l’emploi
kind-training =
    .title = Organisme de formation
kind-town =
    .title = Commune ou collectivité
kind-employer =
    .title = Employeur
kind-education =
    .title = Établissement d’enseignement
kind-other =
    .title = Autre structure

registry-unreadable =
    .title = Nous ne pouvons pas lire la liste des partenaires
    .help = Réessayez plus tard. Sinon, prévenez le Hub régional.
registry-unreachable =
    .title = La liste des partenaires ne répond pas : { $source }
    .help = Vérifiez l’adresse ou le dossier. Réessayez plus tard.
registry-untrusted =
    .title = La liste des partenaires a été modifiée par quelqu’un d’autre
    .help = N’utilisez pas cette liste. Prévenez le Hub régional. Fichier : { $file }
registry-rolled-back =
    .title = Cette liste des partenaires est plus ancienne que la précédente
    .help = Nous gardons celle que vous avez déjà. Fichier : { $file }
registry-out-of-date =
    .title = Cette liste des partenaires a passé sa date
    .help = Demandez au Hub régional de la renouveler.
registry-members-invalid =
    .title = Cette liste de partenaires ne peut pas être lue
    .help = Regardez l’endroit { $path } : { catalogue-why }.
registry-entry-invalid =
    .title = Cette fiche de partenaire ne peut pas être lue
    .help = Regardez l’endroit { $path } : { catalogue-why }.
registry-registries-invalid =
    .title = Ce fichier de réseaux ne peut pas être lu
    .help = Regardez l’endroit { $path } : { catalogue-why }.
registry-recognition-invalid =
    .title = Cette reconnaissance ne peut pas être lue
    .help = Regardez l’endroit { $path } : { catalogue-why }.
registry-history-shortened =
    .title = Il manque un morceau du passé de { $slug }
    .help = { $part ->
        [member] Un partenaire part, mais son nom reste. Fermez ses droits.
        [ids] Gardez toutes ses adresses, la principale en premier.
       *[other] Gardez chaque droit avec ses dates. Le passé ne se réécrit pas.
    }

# ------------------------------------------------------------------ places
# Facts: why; days, times, first, last, from, to, hour, minute.

places-unreadable =
    .title = Ce fichier de lieux ne peut pas être lu
    .help = { $why ->
        [too-large] Il est trop gros. Gardez les lieux de votre région.
        [too-many] Il contient trop de lieux. Gardez ceux de votre région.
        [columns] Il faut les colonnes nom, adresse, code_postal et commune.
       *[form] Donnez un fichier au schéma national des lieux.
    }
place-open = { $days } : { $times }
place-closed = { $days } : fermé
place-days = du { $first } au { $last }
place-times = de { $from } à { $to }
place-hour = { $hour } h
place-time = { $hour } h { $minute }
place-day-mo = lundi
place-day-tu = mardi
place-day-we = mercredi
place-day-th = jeudi
place-day-fr = vendredi
place-day-sa = samedi
place-day-su = dimanche

# ------------------------------------------------------------------ publishing
# Facts: folder, slug, role, list, why.

desk-unusable =
    .title = Ce dossier ne peut pas servir
    .help = Choisissez un autre dossier.
desk-folder-taken =
    .title = Le dossier { $folder } contient déjà autre chose
    .help = Choisissez un dossier vide, ou un nom nouveau.
desk-not-a-registry =
    .title = Le dossier { $folder } ne contient pas de registre
    .help = Créez-le d’abord : badge-registry demo { $folder }
desk-site-unread =
    .title = L’adresse { $address } ne donne pas de registre
    .help = Vérifiez l’adresse et Internet, puis recommencez. Rien n’a été envoyé.
desk-busy =
    .title = Quelqu’un d’autre publie en ce moment
    .help = Attendez une minute, puis recommencez. Rien n’a été changé.
desk-unwritable =
    .title = Nous ne pouvons pas écrire dans ce dossier
    .help = { $why ->
        [full] Le disque est plein. Faites de la place, puis recommencez.
        [permission] Demandez le droit d’écrire dans ce dossier.
       *[other] Vérifiez le disque, puis recommencez.
    }
desk-key-missing =
    .title = Il manque la clé qui signe pour { $role }
    .help = Remettez-la dans le dossier des clés, puis recommencez.
desk-member-unknown =
    .title = Aucun partenaire ne s’appelle { $slug }
    .help = Regardez la liste : badge-registry status. Pour arriver dans le réseau, votre fiche a aussi « member ».
desk-member-known =
    .title = Un partenaire s’appelle déjà { $slug }
    .help = Choisissez un autre nom court.
desk-attested-awards =
    .title = { $slug } n’a pas encore sa propre clé
    .help = Sans elle, ce partenaire reconnaît des badges, mais n’en remet pas.
desk-list-forgets =
    .title = Cette liste oublie un badge qui était retiré
    .help = La liste { $list } de { $slug } part d’une ancienne copie. Refaites le retrait avec Internet.
desk-lists-differ =
    .title = Les listes de badges retirés ne sont pas celles de la fiche
    .help = Regardez la liste { $list } de { $slug }.

registry-of-a-list =
    .title = Registre d’essai

made-registry =
    .title = Registre créé : { $partners ->
        [one] { $partners } partenaire
       *[other] { $partners } partenaires
    }, { $badges } badges.
made-served =
    .title = À mettre en ligne, rien d’autre : { $folder }
made-next =
    .title = Pour vérifier un badge : badge-verify --registry { $folder } badge.png

published-entry =
    .title = La fiche de { $name } est publiée. { $count ->
        [0] Elle ne reconnaît encore aucun badge.
        [one] Elle porte une reconnaissance.
       *[other] Elle porte { $count } reconnaissances.
    }
published-closed =
    .title = Les droits de { $name } s’arrêtent le { $day }. Ses badges déjà remis restent bons.

standing-holds =
    .title = { $partners ->
        [one] { $partners } partenaire
       *[other] { $partners } partenaires
    }, { $badges } badges
standing-published =
    .title = Liste du { $day }
standing-green =
    .title = Vert : tout est à jour. Prochaine date : { $day }.
standing-amber =
    .title = Orange : à renouveler avant le { $day }.
standing-red =
    .title = Rouge : une date est passée, le { $day }. Renouvelez la liste.
standing-file-amber =
    .title = { $name ->
        [none] { standing-role } : à renouveler avant le { $day }
       *[other] { $name } : fiche à renouveler avant le { $day }
    }
standing-file-red =
    .title = { $name ->
        [none] { standing-role } : sa date est passée, le { $day }
       *[other] { $name } : la date de sa fiche est passée, le { $day }
    }
standing-role = { $role ->
    [root] Les clés du Hub
    [targets] La liste des partenaires
    [snapshot] Le sommaire
   *[other] La date du jour
}


# ------------------------------------------------------------------ what a reader should look at

registry-not-refreshed =
    .title = La liste des partenaires ne répond pas aujourd’hui
    .help = Nous gardons celle de la dernière fois, avec sa date.
registry-fewer-partners =
    .title = Beaucoup de partenaires manquent dans la nouvelle liste
    .help = Nous gardons celle d’avant. Prévenez le Hub régional.
registry-mirror-refused =
    .title = Une des copies de la liste a été refusée
    .help = Ses fichiers sont anciens ou modifiés. La liste vient d’une autre copie. Prévenez le Hub régional.
registry-unsigned-list =
    .title = La liste des structures n’est pas signée
    .help = N’importe qui a pu la changer. Aucun badge n’est dit valable avec elle.
registry-clock-behind =
    .title = L’horloge de cet ordinateur est en retard
    .help = La liste est plus récente que la date d’ici. Réglez l’heure.

# ------------------------------------------------------------------ the pages of the published list
# Facts: day (in words), count, needed, rule.

site-brand = Réseau de confiance
site-back = Tout le réseau
site-signed = Liste signée le { $day }.
site-home = Qui reconnaît ces badges ?
    .heading = Des structures reconnaissent ce que vous savez faire
    .lead = { $count ->
        [0] Aucun partenaire ne remet encore ces badges.
        [one] Un partenaire remet ou reconnaît ces badges.
       *[other] { $count } partenaires remettent ou reconnaissent ces badges.
    }
site-see-badges = Voir les badges
site-partners = Les partenaires
site-gone = Ont quitté le réseau
    .help = Les badges remis avant leur départ restent bons.
site-pathways = Les parcours
    .help = Quelques badges qui vont ensemble, une étape à la fois.
site-badges = Les badges
    .help = Chaque badge reconnaît des gestes que quelqu’un a vus.

site-can-do = Ce badge reconnaît que la personne sait :
site-how = Comment l’obtenir
    .help = Une personne du réseau vous voit faire. Puis elle vous remet le badge.
site-criteria = Ce qui est regardé
site-situations = Des moments pour le montrer
site-evidence = Les preuves possibles
site-good-for = À quoi il sert
site-in-pathways = Dans quels parcours
site-awarded-by = { $count ->
    [0] Personne ne remet encore ce badge
    [one] Un partenaire remet ce badge
   *[other] { $count } partenaires remettent ce badge
}
site-recognised-by = { $count ->
    [0] Personne d’autre ne le reconnaît encore
    [one] Un partenaire le reconnaît
   *[other] { $count } partenaires le reconnaissent
}
site-pathway-recognised-by = { $count ->
    [0] Personne ne reconnaît encore tout ce parcours
    [one] Un partenaire reconnaît tout ce parcours
   *[other] { $count } partenaires reconnaissent tout ce parcours
}
site-rule = { $rule ->
    [ordered] { $count ->
        [one] Une seule étape.
       *[other] { $count } étapes. Voici l’ordre conseillé.
    }
   *[other] { $needed } badges parmi ces { $count }, dans l’ordre que vous voulez.
}

site-since = Dans le réseau depuis le { $day }.
site-left = A quitté le réseau le { $day }.
    .help = Les badges remis avant cette date restent bons.
site-blocked = La fiche de cette structure ne peut pas être lue aujourd’hui.
    .help = Nous ne savons pas ce qu’elle reconnaît.
site-attested = Le Hub régional tient la fiche de cette structure.
site-table = Nos badges
site-column-badge = Badge
site-column-role = Rôle
site-column-since = Depuis
site-column-until = Jusqu’au
site-column-state = État
site-every-badge = Tous les badges du réseau
site-role-issuer = Nous le remettons
site-role-recogniser = Nous le reconnaissons
site-no-end = pas de fin
site-standing-active = Actif
site-standing-soon = Finit bientôt
site-standing-ended = Terminé
site-standing-later = Pas encore commencé
site-keys = Avec quelles clés
    .help = Une clé est tenue par une personne de la structure. Son nom n’est pas publié.
site-key-active = Active depuis le { $day }
site-key-ended = Arrêtée le { $day }
    .help = Les badges remis avant restent bons.
site-key-stolen = Perdue ou volée, arrêtée le { $day }
    .help = Ne vous fiez à aucun badge signé avec cette clé.
site-also = Nous reconnaissons aussi
site-word = « { $text } »
site-also-pathway = Tout le parcours
site-also-partner = Tous les badges de cette structure
site-where = Où nous trouver
site-where-badge = Où l’obtenir
site-where-pathway = Où suivre ce parcours
site-awards-some = { $count ->
    [1] Un badge sur { $total } se remet ici.
   *[other] { $count } badges sur { $total } se remettent ici.
}
site-address = Adresse
site-hours = Horaires
site-telephone = Téléphone
site-contact = Pour nous joindre
site-no-contact = Cette structure n’a pas donné d’adresse.
site-mail = Courriel
site-form = Contact
site-web = Site
site-specialists = Pour les spécialistes

expert-site =
    .help = La première racine suffit pour vérifier toute la liste, d’où qu’elle vienne.
expert-site-version = Version
expert-site-until = Valable jusqu’au
expert-site-root = Première racine
expert-site-file = Fichier du jour
expert-site-address = Adresse
expert-site-equivalent = Le même badge, ailleurs
expert-site-identifier = Identifiant
expert-site-siren = SIREN
expert-site-keys = Clés

site-journal = Ce qui a changé dans le réseau
    .lead = Du plus récent au plus ancien, jusqu’au { $day }.
    .follow = Suivre ces nouvelles (Atom)
# Facts: name, of the partner; badge, its name; all: every badge.
site-change-joined = { $name } a rejoint le réseau.
site-change-left = { $name } a quitté le réseau.
site-change-awards = { $badge ->
        [all] { $name } peut remettre tous les badges du réseau.
       *[other] { $name } peut remettre « { $badge } ».
    }
site-change-awards-no-more = { $badge ->
        [all] { $name } ne remet plus de badge.
       *[other] { $name } ne remet plus « { $badge } ».
    }
site-change-recognises = { $badge ->
        [all] { $name } reconnaît les badges du réseau.
       *[other] { $name } reconnaît « { $badge } ».
    }
site-change-recognises-no-more = { $badge ->
        [all] { $name } ne reconnaît plus de badge.
       *[other] { $name } ne reconnaît plus « { $badge } ».
    }
site-change-key-stolen = { $name } a déclaré une clé perdue ou volée.
expert-site-files = Tous les fichiers
    .help = Une copie de cette page et de ses liens (wget --mirror) est un miroir complet.

# ------------------------------------------------------------------ questions from programs

query-invalid =
    .title = Cette question n’a pas la bonne forme
    .help = La description des questions est servie à côté de cette page.
query-authority-unknown =
    .title = Cette liste ne parle pas pour cette autorité
    .help = Posez la question au réseau qu’elle concerne.
query-list-too-old =
    .title = La liste est trop ancienne pour répondre
    .help = Réessayez quand elle aura été renouvelée.

# ------------------------------------------------------------------ the past, told again (audit)
# Facts: name (of a partner), key and keys (beginnings of keys), file, day, until, since, count.

audit-too-large =
    .title = Ce dossier contient plus de { $limit } fichiers
    .help = Donnez le dossier d’un seul registre.
audit-progress = Lecture de l’édition { $at } sur { $of }…
audit-editions = { $count } éditions du { $first } au { $last }, dont { $renewals } sans changement.
audit-day = Le { $day }
audit-signed = Signé par { $valid ->
        [one] { $valid } clé
       *[other] { $valid } clés
    } sur { $of } ({ audit-role }) : { $keys }
audit-role = { $role ->
    [root] clés du Hub
    [targets] liste des partenaires
    [snapshot] sommaire
    [timestamp] date du jour
   *[other] { $role }
}
audit-outcome-sound = Tout se tient : chaque signature est celle de son jour.
audit-outcome-odd = Le passé signé se tient. Quelque chose, à côté, est à regarder.
audit-outcome-broken = Attention : le passé n’est pas celui qui a été signé.
audit-denied = { $count ->
        [one] L’ancienne copie dit une chose que celle-ci ne dit plus :
       *[other] L’ancienne copie dit { $count } choses que celle-ci ne dit plus :
    }

audit-opened = Le registre s’ouvre avec { $count } clés. Il en faut { $needed } pour le changer.
audit-hub-keys = { audit-role } : { $gone ->
        [none] aucune clé ne part
       *[other] part { $gone }
    }, { $come ->
        [none] aucune n’arrive
       *[other] arrive { $come }
    }. Il en faut { $needed } sur { $count }.
audit-root-renewed = Les clés du Hub sont confirmées jusqu’au { $until }.
audit-catalogue = Le réseau publie { $count } badges et { $pathways } parcours.
audit-joined = { $name } rejoint le réseau : { audit-kind }, { $assurance ->
        [hub-attested] le Hub signe pour cette structure.
       *[other] avec sa propre clé.
    }
audit-kind = { $kind ->
    [hub] Hub régional
    [association] association
    [library] médiathèque
    [insertion] mission locale ou insertion
    [employment] service de l’emploi
    [training] organisme de formation
    [town] commune ou collectivité
    [employer] employeur
    [education] établissement d’enseignement
   *[other] autre structure
}
audit-identifier = { $name } a une adresse de plus : { $identifier }
audit-named = { $name } s’appelait { $before }.
audit-assured-self-signed = { $name } signe maintenant avec sa propre clé.
audit-assured-hub-attested = Le Hub signe maintenant pour { $name }.
audit-described = { $name } change de lieu, de sorte ou de numéro.
audit-badges = { $badges ->
    [all] tous les badges
   *[other] { $badges }
}
audit-until = { $until ->
    [none] {""}
   *[other] , jusqu’au { $until }
}
audit-right = { $role ->
        [issuer] { $name } peut remettre { audit-badges } depuis le { $since }{ audit-until }.
       *[other] { $name } peut reconnaître { audit-badges } depuis le { $since }{ audit-until }.
    }
audit-right-ends = { $role ->
        [issuer] { $name } ne remet plus { audit-badges }{ audit-end }.
       *[other] { $name } ne reconnaît plus { audit-badges }{ audit-end }.
    }
audit-end = { $until ->
    [none] : cette fin est levée
   *[other] {" "}à partir du { $until }
}
audit-folder = { $name } reçoit sa place. Clé qui signe : { $key }
audit-folder-key = { $name } : la clé qui signe change. La nouvelle est { $key }.
audit-awarder = { $name } : la clé { $key } peut remettre { audit-badges } depuis le { $since }.
audit-awarder-ends = { $name } : la clé { $key } s’arrête le { $until }. { $reason ->
        [superseded] Elle est remplacée.
        [compromised] Elle est perdue ou volée.
       *[other] La raison n’est pas dite.
    }
audit-recognises = { $name } reconnaît « { $what } ».
audit-recognises-no-more = { $name } ne reconnaît plus « { $what } ».
audit-entry-described = { $name } change sa présentation ou son adresse.
audit-withdrawn = { $name }, liste { $list } : { $count ->
        [0] aucun badge retiré.
        [one] { $count } badge retiré.
       *[other] { $count } badges retirés.
    }
audit-badge-added = Nouveau badge : « { $name } » ({ $id }).
audit-badge-removed = Le badge « { $name } » ({ $id }) n’est plus dans la liste.
audit-badge-changed = Le badge « { $name } » change : { $fields }.
audit-badge-moved = Le badge « { $name } » change de place dans la liste.
audit-pathway-added = Nouveau parcours : « { $name } ».
audit-pathway-removed = Le parcours « { $name } » n’est plus dans la liste.
audit-pathway-changed = Le parcours « { $name } » change : { $fields }.
audit-pathway-moved = Le parcours « { $name } » change de place dans la liste.
audit-catalogue-changed = La liste des badges change : { $fields }.

audit-missing = Il manque un fichier numéroté : { $file }
    .help = Il a été retiré, ou la copie n’est pas entière. Refaites la copie.
audit-changed = Ce fichier n’est pas celui qui a été signé : { $file }
    .help = Comparez avec une autre copie.
audit-written-otherwise = Ce fichier signé n’est plus écrit comme au départ : { $file }
    .help = Son contenu signé est intact. Comparez avec une autre copie.
audit-signature = Les signatures ne sont pas celles de ce jour-là : { $file }
    .help = Quelqu’un d’autre a écrit ce fichier.
audit-older-keys = Des clés du Hub remplacées ce jour-là ont encore signé : { $file }
    .help = Le remplacement était sans doute préparé, et pas encore en place.
audit-stray = Ce fichier a été ajouté sans signature valable : { $file }
    .help = Aucune édition ne le nomme.
audit-never-counted = Ce fichier est bien signé, mais n’a jamais compté : { $file }
    .help = Une publication a sans doute été interrompue.
audit-not-listed = Un fichier signé ne nomme pas { $part } : { $file }
audit-no-date = Ce fichier n’a pas de date : { $file }
audit-date-back = La date recule au { $day } : { $file }
    .help = Un fichier plus récent était daté plus tard.
audit-line-lost = Le sommaire ne nomme plus { $role } : { $file }
    .help = Une ligne publiée reste pour toujours.
audit-went-back = Le sommaire revient à un numéro plus ancien de { $role } : { $file }
audit-not-the-last = La date du jour nomme l’édition { $number }, qui n’est pas la dernière.
    .help = La copie a peut-être été faite pendant une publication.
audit-past-changed = Le passé de { $name } a été raccourci : { audit-part } ({ $file })
    .help = Ce qui a été publié devait rester.
audit-part = { $part ->
    [member] la structure entière
    [ids] une adresse
    [rights] un droit ou ses dates
    [keys] une clé
    [lists] une liste de badges retirés
   *[other] { $part }
}
audit-list-forgets = { $name } a rendu un badge qui était retiré : { $file }
audit-list-unreadable = La liste { $list } de { $name } ne peut pas être lue.
    .help = Nous ne savons pas combien de badges sont retirés.
audit-unreadable = Ce fichier est signé, mais ne peut pas être lu : { $file }
audit-foreign = Ce fichier parle de ce qui n’est pas à lui, { $part } : { $file }
audit-recognition-unsound = Une reconnaissance de { $name } n’est pas bien signée. Elle ne compte pas.
audit-copy-missing = La copie simple d’un fichier signé manque : { $file }
audit-copy-differs = Cette copie simple dit autre chose que le fichier signé : { $file }
    .help = D’autres programmes la lisent. Publiez-la de nouveau.
audit-not-readable-today = La liste d’aujourd’hui ne peut pas être lue par un vérificateur.
    .help = Raison : { $why }
audit-pages-differ = { $count ->
        [one] Une page ne dit pas ce que dit la liste : { $files }
       *[other] { $count } pages ne disent pas ce que dit la liste : { $files }
    }
    .help = Elles sont peut-être d’une autre version du programme. Regardez-les.
audit-pages-missing = { $count ->
        [one] Une page manque : { $files }
       *[other] { $count } pages manquent : { $files }
    }
audit-pages-not-compared = Les pages n’ont pas pu être comparées à la liste.
    .help = Il manque un fichier signé dans cette copie.
audit-strangers = { $count ->
        [one] Aucune signature ne répond de ce fichier : { $files }
       *[other] Aucune signature ne répond de { $count } fichiers : { $files }
    }
    .help = Regardez d’où ils viennent. Ils ne font pas partie du registre.
audit-other-root = Le premier fichier n’est pas celui que vous connaissez : { $file }
    .help = Cette copie est celle d’un autre registre, ou elle est fausse.
audit-since-broken = L’ancienne copie a elle-même un défaut.
    .help = Vérifiez-la seule, puis comparez de nouveau.
audit-since-missing = Ce fichier était dans l’ancienne copie et manque dans celle-ci : { $file }
audit-since-differs = Ce fichier a changé depuis l’ancienne copie : { $file }
    .help = Un fichier numéroté ne change jamais.
audit-since-denies = L’ancienne copie garde, de { $name }, ce que celle-ci n’a plus : { audit-part }

# ------------------------------------------------------------------ the catalogue made together
# Facts: file, line, why, what (a part of a draft), id and name (of a badge), count, limit.

catalogue-draft-invalid =
    .title = { $line ->
        [0] { $file } : { draft-why }
       *[other] { $file }, ligne { $line } : { draft-why }
    }
    .help = { $what ->
        [none] Corrigez le fichier, puis recommencez.
       *[other] À regarder : « { $what } »
    }
draft-why = { $why ->
    [too-long] ce texte est trop long
    [outside] cette ligne n’est sous aucun titre connu
    [part] ce titre n’est pas prévu ici
    [field] ce sous-titre n’est pas prévu ici
    [fact] cette ligne devrait dire « nom : valeur »
    [twice] cette partie est écrite deux fois
    [one-text] un seul texte est attendu ici
    [cells] il manque une partie entre les barres
    [not-number] un nombre est attendu
    [encoding] ce fichier n’est pas du texte (UTF-8)
   *[other] { catalogue-why }
}
catalogue-draft-missing =
    .title = { $folder } n’est pas un brouillon
    .help = Faites-en un : badge-registry catalogue draft { $folder }
catalogue-draft-old =
    .title = La liste publiée a changé depuis ce brouillon
    .help = Il part de la version { $version }, elle en est à { $published }. Comparez, puis changez ce nombre.
catalogue-not-ready =
    .title = Rien n’a été publié : { $count ->
        [one] il reste une chose à corriger
       *[other] il reste { $count } choses à corriger
    }
    .help = Regardez-les : badge-registry catalogue check
catalogue-acronym =
    .title = Le sigle « { $word } » ne se comprend pas seul
    .help = Écrivez le nom de « { $name } » en toutes lettres.
catalogue-base-changed =
    .title = L’adresse de toute la liste a changé
    .help = Remettez { $base } : des badges déjà remis portent cette adresse.
catalogue-badge-removed =
    .title = « { $name } » n’est plus dans la liste
    .help = Remettez-le : des personnes ont peut-être déjà ce badge.
catalogue-address-changed =
    .title = L’adresse de « { $name } » a changé
    .help = Remettez-la : des badges déjà remis portent { $address }
catalogue-too-many-new =
    .title = { $count } nouveaux badges d’un coup, c’est beaucoup
    .help = Gardez-en { $limit } au plus. Ajoutez les autres peu à peu.
catalogue-recognised-by-nobody =
    .title = « { $name } » n’est reconnu que par qui le remet
    .help = Cherchez un employeur ou un partenaire qui veut le reconnaître.

draft-written = Brouillon écrit : { $count } fichiers dans { $folder }.
    .help = Ouvrez-les dans un éditeur de texte. Puis : badge-registry catalogue check { $folder }
draft-good = { $badges } badges et { $pathways } parcours : rien à corriger.
draft-to-mend = { $badges } badges et { $pathways } parcours. { $count ->
        [one] Une chose à corriger :
       *[other] { $count } choses à corriger :
    }
draft-remarks = { $count ->
        [one] Une remarque dans les fichiers :
       *[other] { $count } remarques dans les fichiers :
    }
draft-remark = { $file }, ligne { $line } : { $text }
draft-previewed = { $count } fichiers dans { $folder }. Ouvrez { $start } dans un navigateur.
draft-same = Le brouillon dit la même chose que la liste publiée.
draft-published = La liste des badges est publiée : version { $version }.
draft-new-name = Nouveau badge
draft-hint-name = Quelques mots que tout le monde comprend.
draft-hint-summary = Une phrase : « Ce badge reconnaît… »
draft-hint-can_do = De trois à cinq choses, une par ligne, sans point final.
draft-hint-criteria = Ce que vous voulez voir avant de remettre ce badge. Des phrases entières.
draft-hint-situations = Des moments de la vie où cela se voit.
draft-hint-good_for = Ce que la personne peut faire avec ce badge.
draft-hint-tags = Deux ou trois mots pour le retrouver.
draft-hint-alt = Pour les personnes qui ne voient pas l’image.
draft-hint-alignments = Cadre | numéro | adresse | nom en français | en: nom en anglais
draft-hint-remarks = Notez ici ce qui se dit en atelier. Cette partie n’est pas publiée.

diff-added = { $part ->
        [badge] Nouveau badge « { $name } » ({ $id })
       *[other] Nouveau parcours « { $name } »
    }
diff-removed = { $part ->
        [badge] Badge retiré : « { $name } » ({ $id })
       *[other] Parcours retiré : « { $name } »
    }
diff-moved = « { $name } » change de place
diff-changed = { $part ->
        [catalogue] Toute la liste
       *[other] « { $name } »
    }, { diff-field }{ diff-language }
diff-field = { $field ->
    [name] le nom
    [summary] la phrase
    [can_do] ce que la personne sait faire
    [criteria] ce qui est regardé
    [evidence_kinds] les preuves
    [situations] les moments
    [good_for] à quoi il sert
    [alignments] les compétences
    [tags] les mots-clés
    [alt] ce que montre l’image
    [equivalents] le même badge ailleurs
    [authorises] le droit de remettre les autres
    [badges] les badges
    [rule] l’ordre
    [needed] le nombre de badges à obtenir
    [slug] l’adresse
    [base] l’adresse
    [status] l’état
    [number] le numéro
   *[other] l’image
}
diff-language = { $language ->
    [none] {""}
    [fr] {""}
    [en] {" "}(en anglais)
   *[other] {" "}({ $language })
}

# ------------------------------------------------------------------ the sheets of a workshop

workshop-brand = Atelier des badges
workshop-home = Le brouillon
    .heading = Les badges dont nous parlons
    .lead = Brouillon du { $day }. Rien de ceci n’est publié.
workshop-all-sheets = { $count ->
        [one] La fiche à imprimer
       *[other] Les { $count } fiches à imprimer
    }
workshop-print = Imprimez cette page : une feuille A4 par badge.
workshop-back = Tout le brouillon
workshop-draft = Brouillon
workshop-no-picture = Dessin à faire
workshop-can-do = Ce que la personne sait faire
workshop-who-awards = Qui peut le remettre
    .nobody = Personne encore. Qui voudrait ?
    .unknown = À décider ensemble.
workshop-asked = Qu’en pensez-vous ?
workshop-question-name = Le nom se comprend tout de suite.
workshop-question-fair = Nous regardons tous la même chose.
workshop-question-missing = Il manque quelque chose.
workshop-yes = oui
workshop-no = non
workshop-remarks = Remarques
workshop-remark = Remarque :
workshop-to-mend = { $count ->
        [0] Rien à corriger
        [one] Une chose à corriger
       *[other] { $count } choses à corriger
    }

# --------------------------------------------------------------- les clés de chacun

file-taken =
    .title = Le fichier { $file } existe déjà
    .help = Choisissez un autre nom. Rien n’a été écrasé.
key-passphrase = Votre phrase secrète
key-passphrase-again = Encore une fois, la même phrase
key-passphrase-differs =
    .title = Les deux phrases ne sont pas les mêmes
    .help = Recommencez. Aucune clé n’a été faite.
key-made = Votre clé est dans { $file }. Gardez ce fichier, et notez la phrase à part.
key-carry = Donnez { $public } aux autres. Sa marque, à lire à voix haute : { $key }
key-is = Marque de cette clé : { $key } (en entier : { $whole })
key-file-invalid =
    .title = Ce fichier n’est pas une clé que nous savons lire
    .help = { $why ->
        [private] C’est la partie secrète : gardez-la. Donnez le fichier qui finit par .pub.
        [cost] Il demande un travail que nous refusons de faire.
       *[other] Demandez le bon fichier à la personne qui l’a fait.
    }
key-passphrase-short =
    .title = Cette phrase est trop courte
    .help = Il faut au moins { $least } signes : prenez quatre mots au hasard.
key-passphrase-wrong =
    .title = Ce n’est pas la bonne phrase pour cette clé
    .help = Essayez encore, ou prenez l’autre fichier.
key-not-asked =
    .title = La clé { $key } n’a rien à signer ici
    .help = Vérifiez que c’est la bonne clé, et la bonne proposition.

# --------------------------------------------------------------- les propositions

proposal-three = Il faut les clés de trois personnes différentes : --admin, trois fois.
proposal-to-sign = { $count ->
        [one] La proposition est dans { $file }. Il manque une signature.
       *[other] La proposition est dans { $file }. Il manque { $count } signatures.
    } Portez-la à qui signe : badge-registry cosign { $file } --key sa-cle.key
proposal-to-apply = Assez de personnes ont signé. Rapportez { $file } au serveur : badge-registry apply
proposal-made = Proposition du { $day }, pour le registre { $mark }
proposal-nothing = Rien ne change.
proposal-sure = Avez-vous tout lu, et voulez-vous signer ?
proposal-signatures = { $role ->
        [root] Clés du Hub
       *[other] Liste du Hub
    } : { $have } signature(s) sur { $need }
proposal-applied = C’est publié. Le réseau compte { $partners ->
        [one] { $partners } partenaire.
       *[other] { $partners } partenaires.
    }
proposal-stolen = { $name } : la clé est volée depuis le { $since }. Ce qu’elle a dit après est repris.
proposal-brings = { $name } apporte ce qu’il publie, signé de sa main.
proposal-invalid =
    .title = Cette proposition n’est pas ce qu’elle doit être
    .help = { $why ->
        [differ] Ces copies ne sont pas celles d’une même proposition.
        [before] Ce qui est publié n’est pas signé comme il faut. Appelez le Hub.
       *[other] Faites-la de nouveau sur le serveur. Raison : { $why }
    }
proposal-stale =
    .title = Le registre a changé depuis cette proposition
    .help = Faites-la de nouveau sur le serveur, puis signez la nouvelle.
proposal-unsigned =
    .title = Il manque des signatures : { $have } sur { $need }
    .help = Faites signer une autre personne, puis recommencez.
proposal-other-registry =
    .title = Ce fichier est celui d’un autre registre
    .help = Une clé ne sert qu’un registre. Vérifiez le fichier et le dossier.
bundle-invalid =
    .title = Cette publication ne peut pas être prise
    .help = { $why ->
        [key] Elle n’est pas signée par la clé que nous connaissons.
        [signature] Sa signature ne correspond pas.
        [version] Elle ne suit pas la dernière. Refaites-la à partir du site d’aujourd’hui.
        [dates] Ses dates ne vont pas. Vérifiez l’heure de votre ordinateur.
        [foreign] Elle touche à un dossier qui n’est pas le vôtre.
        [hashes] Un de ses fichiers n’est pas celui qui a été signé.
        [no-entry] Il y manque votre fiche.
        [no-newcomer] Ce partenaire est déjà dans le réseau.
       *[other] Ce fichier n’est pas une publication. Refaites-la.
    }
sending-public = Voici ce qui sera public :
sending-awards = La clé { $key } remet { $badges }.
sending-recognises = { $comment ->
        [none] Reconnaît « { $what } »
       *[other] Reconnaît « { $what } » : { $comment }
    }
sending-good = La publication de { $slug } peut être prise.
sending-merged = C’est publié : { $name }
sending-written = La publication est dans { $file }. Envoyez-la au Hub.
sending-not-agreed =
    .title = Rien n’a été fait
    .help = Corrigez ce qu’il faut, puis recommencez.
sending-unreadable =
    .title = { $line ->
        [0] Le fichier { $file } ne peut pas être lu
       *[other] Le fichier { $file } ne peut pas être lu, à la ligne { $line }
    }
    .help = { $why ->
        [size] Il est bien trop long pour une fiche.
        [text] Enregistrez-le en UTF-8, comme un texte simple.
        [twice] Ce nom est déjà donné plus haut : gardez une seule des deux lignes.
       *[other] Regardez si un guillemet, un deux-points ou un retrait manque, ici ou juste au-dessus.
    }
sending-where = { $written ->
    [none] { $place }
   *[other] { $place } (« { $written } »)
}
sending-kinds = Écrivez l’un de ceux-ci : { $kinds }.
sending-sure = Voulez-vous signer et écrire cette publication ?
standing-alarm = { $name ->
    [none] À faire aujourd’hui. { standing-role } : dernier jour, le { $day }.
   *[other] À faire aujourd’hui. { $name }, sa fiche : dernier jour, le { $day }.
}
sending-faulty =
    .title = Cette fiche a { $count ->
        [one] une faute
       *[other] { $count } fautes
    }
    .help = Corrigez ce qui est dit au-dessus, puis recommencez. Rien n’a été envoyé.
key-token-unusable =
    .title = Ce jeton ne peut pas signer
    .help = { $why ->
        [missing] Le programme de ce jeton n’est pas installé. Installez-le, ou prenez une clé en fichier.
       *[other] Vérifiez qu’il est branché, et que c’est la bonne clé.
    }

# ------------------------------------------------------------------ a partner invited by a link
# Facts: name (of the partner), field (name of a field of the form), why, day, link.

joining-title = Publier ce que vous reconnaissez
    .heading = Ce lien ne s’ouvre pas
joining-start =
    .title = Pour publier ici, il faut un lien du Hub
    .help = Demandez-le au Hub régional.
joining-ended =
    .title = { $why ->
        [used] Ce lien a déjà servi
        [expired] La date de ce lien est passée
        [revoked] Le Hub a arrêté ce lien
       *[other] Nous ne connaissons pas ce lien
    }
    .help = Demandez un nouveau lien au Hub régional. Rien de ce qui est public n’a changé.
joining-refused =
    .title = { $why ->
        [own-key] { $slug } a sa propre clé
       *[other] { $slug } n’a plus le droit de reconnaître des badges
    }
    .help = { $why ->
        [own-key] Ce partenaire publie avec « publish » et sa clé.
       *[other] Rouvrez d’abord ses droits.
    }
joining-number = Étape { $number } sur 3
joining-step-who = Qui êtes-vous ?
    .lead = Dites qui est votre structure. Tout ce qui est ici sera public.
joining-step-what = Que reconnaissez-vous ?
    .lead = Cochez ce qui compte pour vous, quand une personne vous le montre.
joining-step-show = Voici ce qui sera public
    .lead = Relisez. Rien n’est publié avant le dernier bouton.
joining-field-about = Votre structure, en une phrase
    .hint = Par exemple : « Nous accompagnons les jeunes de la ville. »
joining-field-url = Votre site
    .hint = Son adresse, comme https://exemple.fr.
joining-field-contact = Une boîte commune
    .hint = Comme accueil@exemple.fr. Jamais l’adresse d’une personne.
joining-place = Ajouter le lieu où vous recevez
joining-field-nom = Nom du lieu
joining-field-adresse = Numéro et rue
joining-field-code_postal = Code postal
joining-field-commune = Commune
joining-field-horaires = Horaires
    .hint = Comme « lundi au vendredi, 9 h à 17 h ».
joining-field-telephone = Téléphone de l’accueil
    .hint = Une ligne de la structure, pas un mobile.
joining-badges = Les badges
joining-pathways = Les parcours
joining-comment-ask = Ajouter un mot
joining-comment = Pourquoi il compte pour vous, en une phrase
joining-next = Continuer
joining-back = Revenir
joining-publish = Publier
joining-recognises = { $count ->
        [one] Reconnaît un badge ou un parcours
       *[other] Reconnaît { $count } badges et parcours
    }
joining-withdrawn = Ne sera plus reconnu
joining-word-left = Votre mot pour « { $name } » ne sera pas publié. Ce n’est pas coché.
joining-attested = Le Hub signe cette page pour vous. Vous pourrez la changer avec un autre lien.
joining-done = C’est publié
joining-done-public = Chacun peut lire la page de { $name }
    .help = Voici son adresse.
joining-done-late = C’est publié, et la page de { $name } paraîtra demain
    .help = Voici son adresse.
joining-take-back = Pour changer ou retirer quelque chose, demandez un nouveau lien au Hub.
joining-wrong = { $why ->
        [personal] { $field ->
            [contact] Donnez une boîte commune, pas celle d’une personne.
            [telephone] Donnez une ligne de la structure, pas un mobile.
           *[other] Enlevez le téléphone ou l’adresse mail : cette page est publique.
        }
        [missing] Pour donner un lieu, il faut aussi cette ligne.
        [too-long] C’est trop long. Gardez une phrase.
        [none] Cochez au moins un badge ou un parcours.
       *[other] { $field ->
            [url] Écrivez une adresse de site, comme https://exemple.fr.
            [contact] Écrivez une boîte commune, comme accueil@exemple.fr.
            [code_postal] Un code postal a cinq chiffres.
            [telephone] Un téléphone a dix chiffres.
           *[other] Un signe de cette ligne ne passe pas. Écrivez-la autrement.
        }
    }
joining-message = Bonjour,

    Le réseau des badges a une place pour { $name }.
    Dites quels badges comptent pour vous : trois pages, moins de trois minutes, sur un téléphone.
    { $link }
    Ce lien sert une seule fois, jusqu’au { $day }. Ne le transmettez pas.
    Tout ce que vous écrirez sera public. N’y mettez le nom de personne.

    Le Hub régional
joining-count = { $count ->
        [0] Aucune invitation.
        [one] Une invitation.
       *[other] { $count } invitations.
    }
joining-listed = { $slug } : { $state ->
        [open] ouverte jusqu’au { $day }
        [used] a servi
        [revoked] arrêtée
       *[other] finie le { $day }
    }
joining-revoked = { $count ->
        [0] Aucun lien n’était ouvert.
        [one] Le lien est arrêté.
       *[other] { $count } liens sont arrêtés.
    }
joining-served = Le formulaire est servi à { $address }. Ctrl et C pour arrêter.
sending-taken = Le Hub a pris votre publication. Elle est en ligne.

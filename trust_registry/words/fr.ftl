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
   *[other] ce n’est pas la sorte de valeur attendue
}

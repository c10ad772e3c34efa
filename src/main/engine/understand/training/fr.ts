import { lines, type OwnTexts } from './texts.ts';

export const reviews: OwnTexts = {
  language: 'fr',
  kind: 'review',
  negative: lines(`
    La chambre était sale et sentait la fumée.
    Personnel désagréable, plus jamais.
    Des murs en papier, impossible de dormir.
    Petit déjeuner froid et très pauvre.
    La climatisation ne marchait pas et personne n'est venu.
    Beaucoup trop cher pour ce que c'est.
    Les photos n'ont rien à voir avec la réalité.
    De la moisissure dans la douche, dégoûtant.
    Débité deux fois et toujours pas remboursé.
    Le wifi coupait sans arrêt, inutilisable.
    Une nuit affreuse à cause du bruit.
    Le pire hôtel de notre voyage.
    Des punaises de lit, nous sommes partis aussitôt.
    Je ne recommande pas cet endroit.
    Très déçus, l'hôtel n'est ni propre ni calme.
    La réception nous a ignorés pendant une demi-heure.
    Pas d'eau chaude le matin.
    Bon emplacement, mais chambre horrible.
    Matelas défoncé, mal de dos garanti.
    Une arnaque, fuyez.
  `),
  neutral: lines(`
    L'hôtel compte 120 chambres sur six étages.
    Nous avons passé deux nuits en mars pour un congrès.
    Le petit déjeuner est servi de sept à dix heures.
    Arrivée à partir de 15 h, départ avant 11 h.
    Le parking coûte 12 euros par jour.
    L'hôtel est à quinze minutes à pied de la gare.
    Un séjour moyen, rien de particulier.
    Chambre correcte, ni bien ni mal.
    Notre chambre donnait sur la cour.
    La taxe de séjour se paie à la réception.
    Il y a un supermarché en face.
    Certaines choses étaient bien, d'autres moins.
    La salle de bain a une douche, pas de baignoire.
    Convenable pour une nuit d'étape.
    L'hôtel appartient à une chaîne.
    Les serviettes sont changées tous les deux jours.
    Il y avait un mariage le samedi.
    Le dîner commence à dix-neuf heures.
    Les lits sont plutôt durs.
    Avis partagé : gens aimables, chambres anciennes.
  `),
  positive: lines(`
    Un personnel formidable et attentionné.
    Chambre impeccable et lit très confortable.
    Petit déjeuner excellent, pain frais et fruits.
    Très bien situé, à cinq minutes du centre.
    Nous avons adoré et nous reviendrons.
    Une vue à couper le souffle depuis le balcon.
    Calme la nuit, nous avons très bien dormi.
    Excellent rapport qualité-prix.
    Surclassés gratuitement, quelle belle surprise.
    La piscine est magnifique.
    Le meilleur hôtel de la région.
    Accueil chaleureux après une longue route.
    Le restaurant est délicieux.
    Rien à redire, tout était parfait.
    Aucun problème pendant le séjour.
    Je recommande vivement aux familles.
    Un spa très relaxant, massage fantastique.
    Le jardin est un rêve le soir.
    Merci à toute l'équipe pour ce séjour inoubliable.
    Les chambres sont anciennes mais très propres et le personnel adorable.
  `),
};

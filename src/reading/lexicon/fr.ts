import { phrases } from '#reading/lexicon/cue.js';
import type { Words } from '#reading/lexicon/words.js';

export const FR: Words = {
  introduces: phrases(`
    mets en relation; mettre en relation; mise en relation; je vous mets en; je te mets en; mise en contact; mets en contact; mettre en contact; je vous présente; je te présente; vous présenter; te présenter; permets-moi de; permettez-moi de; présentation; présenter; faire connaissance; vous devriez vous parler; vous devriez échanger; vous connecter; connecte; introduction; intro; je te passe; je vous passe; je vous adresse; je t'adresse; je te recommande; recommandation; faites connaissance; voici; une piste pour; je pense à vous pour; je pense à toi pour; je vous donne; je te donne; m'a parlé`),
  handsOver: phrases(`
    en copie; en cc; (cc); je mets * en copie; à vous de jouer; à vous la main; je vous laisse; je te laisse; je vous passe la main; je m'efface; je me retire; entre de bonnes mains; bon interlocuteur; bonne interlocutrice; la bonne personne; attend (ton|votre) appel; attend de tes nouvelles; attend (ton|votre) retour; appelle-la; appelle-le; appelez-la; appelez-le; contacte-la; contacte-le; contactez-la; contactez-le; joignable; son portable; son numéro; comme convenu; comme promis; un de mes clients; une de mes clientes; un de nos clients; un client à moi; mon contact est; il est au courant; elle est au courant`),
  contacts: phrases(
    `(l'appeler|la rappeler|le rappeler|l'appelles|l'appeler); appelle-(la|le|les); appelez-(la|le|les); lui (écrire|proposer|envoyer|téléphoner|offrir); écris-lui; écrivez-lui; propose-lui; proposez-lui; proposer à; contacte-(la|le); contactez-(la|le); le contacter; la contacter; joindre au; joignable; son (numéro|portable|mail|adresse); ses coordonnées; prendre contact; prends contact; prenez contact; attend (ton|votre) appel`,
  ),
  offers: phrases(
    'je peux te présenter; je peux vous présenter; veux-tu que je; voulez-vous que je; souhaitez-vous une mise; je peux faire la mise; je peux vous mettre en; je peux te mettre en; ça t' +
      "'" +
      'intéresse que je',
  ),
  wants: phrases(`
    cherche; cherchent; recherche; recherchent; a besoin; ont besoin; souhaite; souhaitent; voudrait; aimerait; veut voir; veulent voir; est intéressé; est intéressée; sont intéressés; m'a demandé; m'ont demandé; a un projet; ont un projet; remplacer; s'équiper
  `),
  whyNow: phrases(`
    échéance; date limite; avant la; avant le; avant l'été; avant fin; d'ici; au plus tard; expire; arrive à échéance; renouvellement; fin de contrat; contrat se termine; audit; inspection; contrôle; régulateur; réglementation; obligation; entre en vigueur; le conseil; la direction a; rentrée; saison; clôture; exercice; année fiscale; fin d'année; ouverture; ouvre; ouvrent; lancement; démarre; bascule; urgent; urgence; presse; revient en; passe en
  `),
  credibility: phrases(`
    nous sommes leurs; nous sommes leur; nous les accompagnons; nous accompagnons; on les accompagne; j'accompagne; nous travaillons; on travaille; je travaille; j'ai travaillé; nous avons (fait|refait|travaillé|mis|construit|déployé|livré); j'ai (fait|refait|mis|construit|formé); depuis # ans; depuis #; depuis deux; depuis trois; depuis quatre; depuis cinq; depuis dix; ces * années; me fait confiance; nous font confiance; nous fait confiance; m'appelle; je connais; je les connais; on se connaît; notre client; client historique; client de longue date; ancien collègue; ancienne collègue; je siège; intégrateurs; leur cabinet; expert-comptable
  `),
  problem: phrases(`
    problème; problèmes; souci; soucis; difficulté; difficultés; panne; pannes; retard; retards; en retard; erreur; erreurs; perdu; perdent; perte; pertes; manque; manquent; à la main; manuellement; manuel; papier; tableur; tableurs; excel; ressaisie; ressaisit; recopie; recopient; double saisie; personne n'avait; personne ne; ne se rendent pas; ne fonctionne; ne marche; ne suit plus; n'arrivent pas; n'arrive pas; plaintes; réclamations; amende; amendes; pénalités; litige; refusé; refusés; obsolète; vieillissant; chronophage; galère; heures supplémentaires; n'existait pas; n'existe pas; plus personne; notées sur papier; sur papier; litiges`),
  expectsNext: phrases(`
    attend; attendent; souhaite; souhaitent; souhaiterait; voudrait; aimerait; préfère; préfèrent; veut; veulent; demande; demandent; pas une démonstration; pas de démo; pas de démonstration; pas de présentation; pas de slides; prêt à; prête à; un chiffrage; un devis; une proposition; une visite; un atelier; un pilote; sur place; sur site; par écrit; en français; d'abord; dans un premier temps; première étape; prochaine étape
  `),
  budget: phrases(
    'budget; enveloppe; validé; validée; signe; signature; a payé; payé; paie; coût; coûte; coûtent; économie; économies; montant; chiffre; investissement; financement; prévu',
  ),
  size: phrases(
    'personnes; salariés; collaborateurs; employés; saisonniers; utilisateurs; postes; licences; sites; magasins; boutiques; agences; hôtels; chambres; usines; entrepôts; véhicules; camions; navires; clients; patients; lits; élèves; étudiants; concessions; établissements; restaurants; commandes; factures; contrats; serveurs; machines; hectares; pays; chantiers; logements; adhérents; membres',
  ),
  competitor: phrases(
    'parlent aussi; discutent aussi; discutent avec; en discussion avec; consultent; concurrent; concurrents; concurrence; appel d' +
      "'" +
      'offres; offre de; devis de; ont vu; ont déjà vu; ont rencontré; comparent; alternative; actuellement chez; utilisent actuellement; aujourd' +
      "'" +
      'hui avec; face à; autre éditeur; autres éditeurs; autre prestataire',
  ),
  ask: phrases(
    'peux-tu; pouvez-vous; pourrais-tu; pourriez-vous; tu peux; vous pouvez; veux-tu; voulez-vous; merci de; merci d' +
      "'" +
      '; s' +
      "'" +
      'il te plaît; s' +
      "'" +
      'il vous plaît; stp; svp; je te demande; je vous demande; appelle-la; appelle-le; appelez-la; appelez-le; envoie-moi; envoie-lui; envoyez-moi; envoyez-lui; dis-moi; dites-moi; tiens-moi; tenez-moi; propose-lui; proposez-lui; prévois; prévoyez; n' +
      "'" +
      'oublie pas; n' +
      "'" +
      'oubliez pas; pense à; pensez à; contacte; contactez; rappelle; rappelez; il faudrait; il faut que',
  ),
  dont: phrases(
    'ne lui; ne leur; ne l' +
      "'" +
      '; ne les; ne redemande; ne demande; ne demandez; n' +
      "'" +
      'appelle pas; n' +
      "'" +
      'appelez pas; pas la peine; inutile de; évite; évitez; surtout pas; ne pas; pas avant',
  ),
  promise: phrases(
    'je vais; je t' +
      "'" +
      'envoie; je vous envoie; je te l' +
      "'" +
      'envoie; je vous l' +
      "'" +
      'envoie; je lui envoie; j' +
      "'" +
      'envoie; j' +
      "'" +
      'enverrai; j' +
      "'" +
      'appelle; j' +
      "'" +
      'appellerai; je t' +
      "'" +
      'appelle; je vous appelle; je reviens vers; je te reviens; je vous reviens; je ferai; je serai; je viendrai; je prépare; je préparerai; je transmets; je te transmets; je vous transmets; je transmettrai; nous allons; nous enverrons; nous vous enverrons; nous ferons; nous serons; nous viendrons; on vous envoie; on t' +
      "'" +
      'envoie; je m' +
      "'" +
      'occupe; je m' +
      "'" +
      'en occupe; tu auras; vous aurez; tu recevras; vous recevrez; je te passe; je te ferai; je vous ferai',
  ),
  resell: phrases(
    'revente; revendeur; revendons; via nous; par nous; par notre intermédiaire; nous facturons; on facture; c' +
      "'" +
      'est nous qui facturons; facturation par nous; prix revendeur; prix partenaire; tarif partenaire; tarif revendeur; marge; remise partenaire; notre contrat; contrat chez nous; commande chez nous',
  ),
  coSell: phrases(
    "ensemble; conjointement; à deux; à quatre mains; je reste dans la boucle; nous restons; on reste; je reste; nous faisons l; nous ferions; on ferait; nous faisons; vous gardez; nous intégrons; nous déployons; on déploie; l'intégration" +
      "'" +
      'intégration; on fait l' +
      "'" +
      'intégration; on s' +
      "'" +
      'occupe de l' +
      "'" +
      '; nous nous occupons; nous intégrons; nous gardons; on garde; notre équipe; je serai à; je participe; je serai là; avec vous; l' +
      "'" +
      'outil; votre logiciel; côté intégration',
  ),
  referral: phrases(
    'je vous laisse; je te laisse; je m' +
      "'" +
      'efface; je me retire; sans moi; je sors de la boucle; pas besoin de me mettre; plus besoin de me mettre; ce n' +
      "'" +
      'est pas notre métier; pas notre métier; pas mon métier; commission; apporteur; à vous de jouer; la suite est à vous; le reste est à vous',
  ),
  thanks: phrases(
    'merci; merci beaucoup; mille mercis; grand merci; un grand merci; je te remercie; je vous remercie; remerciements',
  ),
  scheduling: phrases(
    'rendez-vous; rdv; créneau; disponible; disponibilités; disponibilité; ça me va; cela me convient; me convient; on décale; décaler; reporter; déplacer; invitation; réunion; à # h; # heures; à demain; à mardi; à lundi; à mercredi; à jeudi; à vendredi; lien teams; lien zoom; visio; accepté; refusé; confirmé',
  ),
  coldPitch: phrases(
    'nous aidons; j' +
      "'" +
      'aide; j' +
      "'" +
      'ai vu que; j' +
      "'" +
      'ai remarqué; je me permets de; je me permets; votre entreprise; des entreprises comme; quinze minutes; 15 minutes; 20 minutes; 30 minutes; un court échange; un bref échange; notre solution; notre plateforme; gratuit; gratuite; sans engagement; leads; rendez-vous qualifiés; prospection; générer; augmenter votre; réduire vos; booster; démo; je reviens vers vous suite à; ma relance; garanti; garantis',
  ),
  invoice: phrases(
    'facture; factures; n° de facture; montant dû; à payer; échéance de paiement; règlement; virement; iban; tva; relance; impayé; avoir; relevé; solde; ht; ttc',
  ),
  newsletter: phrases(
    'se désinscrire; désinscription; désabonner; désabonnement; newsletter; lettre d' +
      "'" +
      'information; voir en ligne; dans votre navigateur; webinaire; inscrivez-vous; je m' +
      "'" +
      'inscris; en savoir plus; lire la suite; vous recevez cet; offre spéciale; promotion; actualités',
  ),
  absence: phrases(
    'absence; absent; absente; réponse automatique; message d' +
      "'" +
      'absence; en congé; en congés; en vacances; congé maternité; congé parental; de retour le; retour le; je serai de retour; hors du bureau; pas d' +
      "'" +
      'accès; accès limité; en cas d' +
      "'" +
      'urgence; pour toute urgence; en mon absence; n' +
      "'" +
      'est plus',
  ),
  bounce: phrases(
    'non remis; n' +
      "'" +
      'a pas pu être remis; échec de la remise; échec de remise; non distribué; n' +
      "'" +
      'a pas été remis; adresse introuvable; boîte pleine; destinataire inconnu',
  ),
  spam: phrases(
    'gagné; gagnant; loterie; héritage; prêt; crédit; bitcoin; crypto; compte suspendu; mot de passe; cliquez ici; vérifiez votre compte; argent facile; casino',
  ),
  question: phrases(
    'avez-vous; as-tu; est-ce que; existe-t-il; y a-t-il; supportez-vous; proposez-vous; combien; quel est; quelle est; quels sont; quelles sont; comment; qui est; question; questions; petite question; savez-vous; sais-tu; serait-il possible; est-il possible; quand',
  ),
  firstPerson: phrases(`nous; notre; nos; on; je; j'ai; j'accompagne; mon; ma; mes; moi`),
  thirdPerson: phrases(`elle; il; ils; elles; leur; leurs; lui; son; sa; ses; le groupe; l'équipe`),
};

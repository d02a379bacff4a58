/** Names that no register gave: first names in use, family names and towns that we made up. */
export const firstNames = [
  'Adèle', 'Aïssatou', 'Alban', 'Amine', 'Anaïs', 'Anouk', 'Armel', 'Awa', 'Bastien', 'Bérénice', 'Brahim', 'Camille',
  'Capucine', 'Célestin', 'Chloé', 'Clémence', 'Damien', 'Djamila', 'Élodie', 'Éloi', 'Émeline', 'Enora', 'Esteban', 'Fanta',
  'Faustine', 'Félicien', 'Garance', 'Gaspard', 'Gwenaël', 'Hélène', 'Hugo', 'Idriss', 'Inès', 'Ismaël', 'Jeanne', 'Joris',
  'Judith', 'Kenza', 'Killian', 'Lamia', 'Lénaïg', 'Léonie', 'Lison', 'Lubin', 'Maëlys', 'Malik', 'Marceau', 'Maud',
  'Mélisande', 'Mohamed', 'Moussa', 'Nadège', 'Naïm', 'Noëlle', 'Octave', 'Ondine', 'Oriane', 'Perrine', 'Quentin', 'Rachida',
  'Raphaël', 'Rosalie', 'Rozenn', 'Salomé', 'Samir', 'Sidonie', 'Soizic', 'Tanguy', 'Thaïs', 'Théodore', 'Ulysse', 'Valentin',
  'Violaine', 'Yaël', 'Yasmine', 'Youssef', 'Zélie', 'Zoé',
] as const; // prettier-ignore

export const lastNames = [
  'Abrivaux', 'Aubrelle', 'Ballenvier', 'Barsaguet', 'Belorzal', 'Benchallane', 'Berthoval', 'Bouquerel', 'Brévaniel', 'Cadoral',
  'Calvinhac', 'Castéroux', 'Chamborel', 'Charmevent', 'Clavezin', 'Coudrenne', 'Courtevigne', 'Dambrelin', 'Delaverse', 'Desormont',
  'Diarrassoumé', 'Dorvaleix', 'Drouvenal', 'Échaubard', 'Escarmelle', 'Estivaux', 'Falgueyrac', 'Faurevel', 'Feuillerac', 'Fontcouverte',
  'Gaillevent', 'Garambel', 'Gorsevin', 'Grandvallet', 'Guermeleuc', 'Haubrecourt', 'Herbaumont', 'Heurteloir', 'Issandol', 'Jarnevaux',
  'Joncquevel', 'Kerambrun', 'Kermorvent', 'Labrouette', 'Lamarzelle', 'Lanversin', 'Lestrabol', 'Louvignac', 'Maravel', 'Marguerol',
  'Mazerolat', 'Mérindel', 'Montaubrac', 'Morvezen', 'Nauzerac', 'Nivolette', 'Ombredieu', 'Orvalet', 'Ouldamrane', 'Palavec',
  'Pervenchet', 'Pontevaux', 'Pradelong', 'Quénivault', 'Quintrelle', 'Rauquevel', 'Ravinel', 'Rochambaud', 'Sarrambeau', 'Sauvageol',
  'Sénéchas', 'Sibomandi', 'Tarquenoy', 'Tissandre', 'Touravel', 'Tréguidal', 'Urvoal', 'Vaucrenelle', 'Verdonnay', 'Vieillecroze',
  'Villarceau', 'Vitremont', 'Yvrandel', 'Zemmourac',
] as const; // prettier-ignore

export const towns = [
  'Argemont', 'Aubrac-sur-Lène', 'Bellecombe-la-Neuve', 'Boisvallon', 'Castelviel', 'Chantelorge', 'Clairvaux-le-Pont',
  'Courseuil', 'Érigny', 'Ferrandelle', 'Fontorbe', 'Grandrive', 'Hautevelle', 'Issoncourt', 'Joyeuse-Lande', 'Kerlanvaux',
  'Lormaison', 'Marvallières', 'Montrefort', 'Noirlac-les-Forges', 'Orvannes', 'Pierrelaye-sur-Auve', 'Port-Ambrel',
  'Quercize', 'Roquevaire-le-Haut', 'Saint-Elmin', 'Saint-Orvain', 'Solignan', 'Tournevent', 'Ussanges', 'Valbrune', 'Vernolles',
] as const; // prettier-ignore

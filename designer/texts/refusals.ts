/** Why an edit was not made, in both languages: shown beside the view that asked. */
export const refusals = {
  broken: {
    nl: 'De YAML kan nu niet gelezen worden. Herstel eerst de fout in de tekst.',
    en: 'The YAML cannot be read at the moment. First mend the mistake in the text.',
  },
  senseless: {
    nl: 'Dit kan hier niet: de plek in het zorgpad bestaat niet (meer), of de naam bestaat al.',
    en: 'This is not possible here: the place in the pathway does not exist (any more), or the name exists already.',
  },
  shared: {
    nl: 'Dit staat in het gedeelde bestand {file}.yaml en is hier niet te wijzigen. Moet het in dit zorgpad anders? Haal de naam weg onder “use” en zet het onderdeel in het zorgpad zelf.',
    en: 'This stands in the shared file {file}.yaml and cannot be changed here. Must it be different in this pathway? Remove the name under “use” and put the part in the pathway itself.',
  },
  unusual: {
    nl: 'De tekst is hier zo geschreven dat alleen dit stuk niet veilig te wijzigen is. Pas het aan in de YAML.',
    en: 'The text is written here in a way in which this piece alone cannot be changed safely. Change it in the YAML.',
  },
} as const

/**
 * The specification's own customer (§14), with its stray `<`, missing `>`, accented element name, slash comments and the
 * reference that is a Hangul letter; only its code and the
 * domain of its e-mails are ours, so that no shop writes to anybody.
 */
export const seedCustomer = (code: string): string => `<clients>
  <client identifiant="${code}">
    <codetiers>${code}</codetiers>
    <nom>Bague's en or</nom>
    <prenom/> //facultatif
    <societe/> //facultatif
    <telephone>06 65 87 00 00</telephone>
    <telecopie>06 65 87 00 01</telecopie>
    <email>bagues@bagues.invalid</email>
    <commercial>LAPERLE Delphine</commercial>
    <conditionreglementid </conditionreglementid>
    <conditionreglement </conditionreglement>
    <catégorietarifaire>Grossistes</catégorietarifaire>
    <tauxderemise>0</tauxderemise> //facultatif
    <payeurid>${code}</payeurid>
    <payeur>Bague's en or</payeur>
    <contacts>
      <contact>
        <telephone>03 87 23 11 45</telephone>
        <email>zhia@bagues.invalid</email>
      </contact>
    </contacts>
    <livraisons>
      <livraison>
        <telephone>06 65 87 00 00</telephone>
        <email></email>
        <adresse>Rue t&#xAD25; dOr</adresse>
        <complement></complement>
        <codepostal>57000</codepostal>
        <ville>METZ</ville>
        <coderegion></coderegion>
        <pays>France</pays>
        <contact>Mr Or</contact>
        <intitule>Bague's en or</intitule>
      </livraison>
    </livraisons>
    <facturation>
      <telephone>06 65 87 00 00</telephone>
      <email>bagues@bagues.invalid</email>
      <adresse>Rue t&#xAD25; dOr</adresse>
      <complement>BP 65993</complement>
      <codepostal>57000</codepostal>
      <ville>Metz</ville>
      <coderegion>Lorraine</coderegion>
      <pays>France</pays>
      <contact>Mlle Lee Ondine</contact>
      <intitule>Bague's en or</intitule>
    </facturation>
  </client>
</clients>`;

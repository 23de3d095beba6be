/** Stands in the message, which was compressed once and so cannot bear the prefix of a run. */
export const BZIP2_REFERENCE = 'PASSERELLE-CHECK-BZIP2';

/** What the message says: `bzip2 -9` of this text is the constant below. */
export const BZIP2_TEXT = `<?xml version="1.0" encoding="UTF-8"?>
<connecteur><grilles><grille src="cli_prodfam" ref="PASSERELLE-CHECK-BZIP2"><id_product>PASSERELLE-CHECK-BZIP2</id_product><price>10</price><reduction_type>reduction_percentage</reduction_type><id_customer></id_customer><group_name>PASSERELLE-CHECK</group_name><id_currency>0</id_currency><country_iso2>0</country_iso2><from_qty>1</from_qty><from>2015-02-01 00:00:00</from><to>0</to></grille></grilles></connecteur>`;

const BASE64 = [
  'QlpoOTFBWSZTWalKu6UAACdfgAAQUAPyV7tsXhCvp/9gMAELbYGjVCPU9Q2ptTQ9T1NDQ0AHqANVP9E0gJo9TRoDQAaaGQBJ',
  'ImgE2pkam0gwIw1DRmlLJxw5t6VY3FC7REQTFWgR9VYytWkPVWKXkrYSewZ7BiFQYVSNMpXMQMFtnezXJ+omTVe514YPZQ4U',
  '+0nc4fher0a19L5XJc105rEZSqZdSv1HqddFjDE/QgJDbKcQEwhaRG8FbN5iF+CwKkgKAwJaBQkrri6CokYoAtIZg32IZBLT',
  'CBM/xVBJinCKSCgD+kiuM04WXBVcDDGTBMRUSWQfpKyssqYTiYHg8gainPa5FMBqW+IS30F56AywBxSURGJYk8CJayKq7CQy',
  'M5qRoDMUBV1dFmiMeRdyRThQkKlKu6U=',
].join('');

export const BZIP2_MESSAGE: Buffer = Buffer.from(BASE64, 'base64');

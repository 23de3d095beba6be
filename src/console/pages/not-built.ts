/** In place of pages that nobody has built yet. */
export const NOT_BUILT = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Passerelle</title>
<p>The console is not built yet: run <code>npm run build:console</code>, then load this page again.</p>
<p lang="fr">La console n’est pas encore construite : lancez <code>npm run build:console</code>, puis rechargez cette page.</p>
</html>
`;

/** Sheets as agencies write them, one of each kind; the body of `xsl:stylesheet`. All work on products and on orders. */
export const SHEET_KINDS: Readonly<Record<string, string>> = {
  'copies all': '',
  'changes a value': `<xsl:template match="stock[. &lt; 5]/text()">0</xsl:template>
    <xsl:template match="livreur/text()">DPD</xsl:template>`,
  'removes elements': `<xsl:template match="desc_courte | phone | ecotax"/>`,
  'renames elements': `<xsl:template match="nom | product_name"><designation><xsl:apply-templates select="@*|node()"/></designation></xsl:template>`,
  'adds elements': `<xsl:template match="/*"><xsl:copy><xsl:apply-templates select="@*|node()"/><xx_source>web</xx_source><xx_champ a="1"/></xsl:copy></xsl:template>`,
  'asks conditions': `<xsl:template match="*[not(*)]"><xsl:copy><xsl:choose>
      <xsl:when test="number(.) &gt; 10 and not(starts-with(name(), 'id'))"><xsl:value-of select=". * 2"/></xsl:when>
      <xsl:when test="normalize-space() = ''">-</xsl:when>
      <xsl:otherwise><xsl:value-of select="."/></xsl:otherwise></xsl:choose></xsl:copy></xsl:template>`,
  'strips white space and indents': `<xsl:strip-space elements="*"/><xsl:output indent="yes"/>`,
  'preserves some white space': `<xsl:strip-space elements="*"/><xsl:preserve-space elements="produits client"/>`,
  'writes CDATA': `<xsl:output cdata-section-elements="desc_longue nom product_name"/>`,
  'puts all into a namespace': `<xsl:template match="*"><xsl:element name="{local-name()}" namespace="urn:erp:x"><xsl:apply-templates select="@*|node()"/></xsl:element></xsl:template>`,
  'has parameters and variables': `<xsl:param name="depot" select="'PARIS'"/><xsl:variable name="count" select="count(//*)"/>
    <xsl:template match="/*"><xsl:copy><depot n="{$count}"><xsl:value-of select="$depot"/></depot><xsl:apply-templates select="node()"/></xsl:copy></xsl:template>`,
  'looks up by key': `<xsl:key name="named" match="*[not(*)]" use="."/>
    <xsl:template match="/*"><xsl:copy><same><xsl:value-of select="count(key('named', '1'))"/></same><xsl:apply-templates select="node()"/></xsl:copy></xsl:template>`,
  sorts: `<xsl:template match="*[*]"><xsl:copy><xsl:apply-templates select="*"><xsl:sort select="name()"/><xsl:sort select="." data-type="number" order="descending"/></xsl:apply-templates></xsl:copy></xsl:template>`,
  'formats numbers': `<xsl:decimal-format name="fr" decimal-separator="," grouping-separator=" "/>
    <xsl:template match="p_vente/text() | poids/text() | total_paid/text() | price/text()"><xsl:value-of select="format-number(., '# ##0,00', 'fr')"/></xsl:template>`,
  'writes XML as text': `<xsl:output method="text"/><xsl:template match="/"><xsl:text>&lt;connecteur&gt;</xsl:text><xsl:for-each select="//*[not(*)]">&lt;f n="<xsl:value-of select="position()"/>"/&gt;</xsl:for-each><xsl:text>&lt;/connecteur&gt;</xsl:text></xsl:template>`,
  'writes entities unescaped': `<xsl:template match="nom | name | lastname"><xsl:copy><xsl:text disable-output-escaping="yes">&lt;b&gt;&amp;eacute;&lt;/b&gt;</xsl:text>&#169;&nbsp;<xsl:value-of select="."/></xsl:copy></xsl:template>`,
  'writes comments and instructions': `<xsl:template match="/*"><xsl:copy><xsl:comment> ours </xsl:comment><xsl:processing-instruction name="erp">v="3"</xsl:processing-instruction><xsl:apply-templates select="node()"/></xsl:copy></xsl:template>`,
  'makes attributes of elements': `<xsl:template match="*[*]"><xsl:copy><xsl:for-each select="*[not(*)]"><xsl:attribute name="{name()}"><xsl:value-of select="."/></xsl:attribute></xsl:for-each><xsl:apply-templates select="*[*]"/></xsl:copy></xsl:template>`,
  'recurses by name': `<xsl:template name="repeat"><xsl:param name="n"/><xsl:if test="$n &gt; 0"><x n="{$n}"/><xsl:call-template name="repeat"><xsl:with-param name="n" select="$n - 1"/></xsl:call-template></xsl:if></xsl:template>
    <xsl:template match="/*"><xsl:copy><xsl:call-template name="repeat"><xsl:with-param name="n" select="900"/></xsl:call-template><xsl:copy-of select="node()"/></xsl:copy></xsl:template>`,
  'copies and numbers with modes': `<xsl:template match="/*"><xsl:copy><xsl:apply-templates select="*" mode="numbered"/></xsl:copy></xsl:template>
    <xsl:template match="*" mode="numbered"><xsl:element name="{name()}"><xsl:attribute name="n"><xsl:number count="*" format="i"/></xsl:attribute><xsl:copy-of select="node()"/></xsl:element></xsl:template>`,
  'uses EXSLT': `<xsl:variable name="table"><r k="A">1</r><r k="B">2</r></xsl:variable>
    <xsl:template match="/*"><xsl:copy><xsl:value-of select="sum(exsl:node-set($table)/r)"/><xsl:for-each select="str:tokenize('a,b', ',')"><t><xsl:value-of select="."/></t></xsl:for-each><xsl:value-of select="math:max(exsl:node-set($table)/r)"/><xsl:apply-templates select="node()"/></xsl:copy></xsl:template>`,
  'reads tables beside it': `<xsl:include href="commun/table.xsl"/><xsl:template match="/*"><xsl:copy><xsl:value-of select="document('')/*/@version"/><xsl:value-of select="document('commun/table.xml')/t/r[@k='A']"/><xsl:call-template name="shared"/><xsl:apply-templates select="node()"/></xsl:copy></xsl:template>`,
  'leaves the declaration out': `<xsl:output omit-xml-declaration="yes"/>`,
  'names another encoding': `<xsl:output encoding="ISO-8859-1"/>`,
};

const HEAD =
  'version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:exsl="http://exslt.org/common" xmlns:str="http://exslt.org/strings" xmlns:math="http://exslt.org/math" extension-element-prefixes="exsl str math"';

const IDENTITY =
  '<xsl:template match="@*|node()" priority="-9"><xsl:copy><xsl:apply-templates select="@*|node()"/></xsl:copy></xsl:template>';

/** With the identity, which each of them goes out from. */
export const sheet = (body: string): string =>
  `<?xml version="1.0"?>\n<!DOCTYPE xsl:stylesheet [<!ENTITY nbsp "&#160;">]>\n<xsl:stylesheet ${HEAD}>${IDENTITY}\n${body}\n</xsl:stylesheet>\n`;

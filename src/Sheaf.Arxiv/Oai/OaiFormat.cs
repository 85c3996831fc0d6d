namespace Sheaf.Arxiv.Oai;

/// <summary>The formats in which arXiv hands out a record (field guide 3.4), most telling first.</summary>
public enum OaiFormat
{
    /// <summary><c>arXivRaw</c>: texts as stored, with their TeX, and every version with its date and size.</summary>
    ArxivRaw,

    /// <summary><c>arXiv</c>: authors one by one, accents and Greek macros turned into Unicode; no word of versions.</summary>
    Arxiv,

    /// <summary>
    /// <c>oai_dc</c>: Dublin Core, which every OAI-PMH server speaks; days of the first and the current version, no licence.
    /// </summary>
    DublinCore,
}

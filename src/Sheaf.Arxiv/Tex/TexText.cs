namespace Sheaf.Arxiv.Tex;

/// <summary>Titles and names as arXiv keeps them, in ASCII with TeX for what ASCII lacks.</summary>
public static class TexText
{
    /// <summary>
    /// Makes TeX's accents, letters and Greek macros outside <c>$…$</c> Unicode (NFC), <c>\&amp; \% \_ \#</c> the character and <c>~</c> a
    /// space. Braces that held nothing but such a letter are dropped. All other TeX stays as it is, and so does everything between
    /// dollars; one without a second is a dollar. Any text is taken; the time grows with its length only.
    /// Not for comments and abstracts: the <c>~</c> of an address in them is no space.
    /// </summary>
    /// <remarks>
    /// Better than arXiv's own converter where that one loses something (field guide 10): <c>{\"o}</c> leaves no braces,
    /// <c>\'{\i}</c> is í, <c>O\'Brien</c> keeps an apostrophe, and the space of <c>\alpha decay</c> is kept, which TeX would swallow.
    /// </remarks>
    public static string ToUnicode(string tex) => tex.AsSpan().ContainsAny('\\', '~') ? new TexReader(tex).Read() : tex;
}

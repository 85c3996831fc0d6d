using Sheaf.Text;

namespace Sheaf.Drafts.Sentences;

/// <summary>How many words a reader counts.</summary>
internal static class WordCount
{
    /// <summary>What stands between spaces; a formula is part of one word, however many spaces it has.</summary>
    public static int Of(string text)
    {
        var words = 0;
        var isInside = false;
        for (var at = 0; at < text.Length; at++)
        {
            words += text[at] != ' ' && !isInside ? 1 : 0;
            isInside = text[at] != ' ';
            at = text[at] switch
            {
                '$' => (TexMath.EndOf(text, at) ?? at + 1) - 1,
                '\\' => at + 1,
                _ => at,
            };
        }

        return words;
    }
}

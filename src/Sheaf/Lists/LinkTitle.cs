using System.Text.RegularExpressions;
using Sheaf.Arxiv.Identifiers;

namespace Sheaf.Lists;

/// <summary>What the text of a link to a paper claims as its title.</summary>
internal static partial class LinkTitle
{
    /// <summary>The title claimed, without Markdown's escapes and emphasis; null where the text is an identifier or only a label.</summary>
    public static string? Read(string text)
    {
        var title = Escape().Replace(text.Trim().Trim('*', '_', '`'), "$1").Trim();
        return !title.Any(char.IsLetterOrDigit) || IsReference(title) || Label().IsMatch(title) ? null : title;
    }

    private static bool IsReference(string title) =>
        IdentifierFinder.Find(title) is [var first, ..] && first.Index == 0 && first.Length == title.Length;

    [GeneratedRegex(@"\\([!-/:-@\[-`{-~])")]
    private static partial Regex Escape();

    /// <summary>What people write on a link in place of the paper's title.</summary>
    [GeneratedRegex(
        @"^(the )?(arxiv|abs|abstract|pdf|html|doi|link|url|here|paper|preprint|article|version|v[0-9]+)"
            + @"( (abs|abstract|pdf|html|link|url|page|paper|preprint|version))?\z"
            + @"|^(read( more| paper| it)?|full text|source|论文|论文链接|论文地址|链接|原文|原文链接|論文|リンク|논문|링크|lien|enlace|ссылка|статья)\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Label();
}

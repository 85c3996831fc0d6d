using System.Security.Cryptography;
using System.Text;

namespace Sheaf.Drafts.Formats;

/// <summary>The looks of the page: one style sheet within it, and the rule by which a browser lets in nothing else.</summary>
internal static class PageStyle
{
    public static string Sheet { get; } = Read();

    /// <summary>
    /// No script, no picture, no font, no form, nothing from anywhere, and of styles this one alone: what slipped through as markup could
    /// still do nothing. Who adds MathJax to the page must let it in here.
    /// </summary>
    public static string Policy { get; } =
        $"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Sheet)))}'; base-uri 'none'; form-action 'none'";

    private static string Read()
    {
        using var stream = typeof(PageStyle).Assembly.GetManifestResourceStream("Sheaf.Drafts.Formats.page.css")
            ?? throw new InvalidOperationException("The style sheet is not in the program.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}

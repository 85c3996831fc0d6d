using System.Security.Cryptography;
using System.Text;

namespace Sheaf.Drafts.Formats;

/// <summary>The head of every page that stands alone: its title, its policy and its style sheet.</summary>
internal static class PageHead
{
    /// <summary>From the first line of a page to the end of its head.</summary>
    /// <param name="language">As HTML names it.</param>
    /// <param name="title">Plain text.</param>
    /// <param name="sheet">The page's own.</param>
    /// <param name="allowed">What the policy lets in beside the sheet, as <c>img-src https:</c>; null for nothing.</param>
    /// <param name="links">Of the page to others, and to scripts; null for none.</param>
    public static Html Of(string language, string title, PageSheet sheet, string? allowed = null, Html? links = null) => $"""
        <!DOCTYPE html>
        <html lang="{language}">
        <head>
        <meta charset="utf-8">
        <meta http-equiv="Content-Security-Policy" content="{sheet.Policy(allowed)}">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <meta name="referrer" content="no-referrer">
        <title>{title}</title>
        {links}
        <style>{sheet.Text}</style>
        </head>
        """;
}

/// <summary>A style sheet that stands in its page.</summary>
internal sealed class PageSheet
{
    private readonly string _text;
    private readonly string _hash;

    private PageSheet(string text) =>
        (_text, _hash) = (text, Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text))));

    /// <summary>That of all pages, with the looks of formulas.</summary>
    public static PageSheet OfPages { get; } = new(Read("Sheaf.Drafts.Formats.page.css") + Read("Sheaf.Formulas.formulas.css"));

    public Html Text => Html.Trusted(_text);

    /// <summary>This one and a second behind it.</summary>
    /// <param name="resource">The name of the second in the program.</param>
    public PageSheet With(string resource) => new(_text + Read(resource));

    /// <summary>
    /// No script, no picture, no font, no form, nothing from anywhere, and of styles that of the page alone: what slipped through as markup
    /// could still do nothing.
    /// </summary>
    /// <param name="allowed">One directive more; null for none.</param>
    public string Policy(string? allowed) =>
        $"default-src 'none'; style-src 'sha256-{_hash}'; {(allowed is null ? "" : $"{allowed}; ")}base-uri 'none'; form-action 'none'";

    /// <summary>A text that is part of the program, with LF line endings.</summary>
    /// <param name="resource">Its name there.</param>
    public static string Read(string resource)
    {
        using var stream = typeof(PageSheet).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"{resource} is not in the program.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}

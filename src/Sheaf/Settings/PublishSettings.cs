namespace Sheaf.Settings;

/// <summary>In which forms a finished month leaves the house, and who is told.</summary>
internal sealed class PublishSettings
{
    /// <summary>
    /// A program with its arguments, run with one JSON object on standard input once a month's files are written. Default empty: none. It
    /// may hold a password, and is never repeated.
    /// </summary>
    public string Command { get; set; } = "";

    /// <summary>Whether there is one page beside the Markdown. Default not.</summary>
    public bool IsHtml { get; private set; }

    /// <summary>Whether there is a mail, as HTML and as text, beside the Markdown. Default not.</summary>
    public bool IsMail { get; private set; }

    /// <summary>What the Markdown begins with. Default nothing.</summary>
    public FrontMatterStyle FrontMatter { get; set; }

    /// <summary>Where the site of all months will stand, ending in a slash; null where nobody has said. Default null.</summary>
    public Uri? SiteUrl { get; set; }

    /// <summary>How the site of all months is headed. Default <c>Notable arXiv papers</c>.</summary>
    public string SiteTitle { get; set; } = "Notable arXiv papers";

    /// <summary>Takes the names of formats, parted by commas or blanks. Markdown is always among them.</summary>
    /// <exception cref="FormatException">A name is none.</exception>
    internal void TakeFormats(string names)
    {
        var formats = names.Split([',', ' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
        if (formats.Any(name => name.ToUpperInvariant() is not ("MARKDOWN" or "HTML" or "MAIL")))
        {
            throw new FormatException("markdown, html or mail, or several with commas between them, as in \"html, mail\"");
        }

        IsHtml = formats.Contains("html", StringComparer.OrdinalIgnoreCase);
        IsMail = formats.Contains("mail", StringComparer.OrdinalIgnoreCase);
    }
}

/// <summary>For which program the Markdown of an issue has front matter.</summary>
internal enum FrontMatterStyle
{
    None,
    Hugo,
    Jekyll,
    Quarto,
}

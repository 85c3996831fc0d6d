using System.Text;
using Sheaf.Drafts.Model;
using Sheaf.Files;

namespace Sheaf.Drafts.Styles;

/// <summary>A person's own style: a Liquid template over the fields of <see cref="TemplateFields"/>.</summary>
internal sealed class TemplateStyle : DraftStyle
{
    private readonly LiquidText _liquid;

    private TemplateStyle(TemplateSource source, int namesShown)
        : base(namesShown) => _liquid = new LiquidText(source);

    /// <summary>Reads and checks a template.</summary>
    /// <inheritdoc cref="TemplateFile.Read"/>
    public static TemplateStyle Read(string file, int namesShown) => new(TemplateFile.Read(file), namesShown);

    public override string Render(Draft draft) =>
        _liquid.Render(TemplateFields.Of(draft, new MarkdownFields(draft, NamesShown))).TrimEnd() + "\n";
}

/// <summary>A template in a file.</summary>
internal static class TemplateFile
{
    /// <exception cref="BadInputException">It is not there, no text, too large, or not Liquid; the message names the line.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It must not be read.</exception>
    public static TemplateSource Read(string file)
    {
        if (!File.Exists(file))
        {
            throw new BadInputException($"{file}: There is no such template for the style.", file);
        }

        try
        {
            var bytes = BoundedFile.Read(file, FileLimits.HandWritten)
                ?? throw new BadInputException($"{file}: A template is at most {FileLimits.HandWritten >> 20} MB.", file);
            var text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes);
            return new TemplateSource(file, text.TrimStart('\uFEFF').ReplaceLineEndings("\n"), IsFile: true);
        }
        catch (DecoderFallbackException)
        {
            throw new BadInputException($"{file}: The template is not UTF-8 text; save it as UTF-8.", file);
        }
    }
}

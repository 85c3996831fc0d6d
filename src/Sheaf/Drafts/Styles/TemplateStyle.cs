using System.Globalization;
using System.Text;
using DotLiquid;
using DotLiquid.Exceptions;
using Sheaf.Drafts.Model;
using Sheaf.Files;
using Sheaf.Text;

namespace Sheaf.Drafts.Styles;

/// <summary>
/// A person's own style: a Liquid template over the fields of <see cref="TemplateFields"/>. A template that asks for a field or filter that
/// there is not is an error that names it, never an empty place.
/// </summary>
internal sealed class TemplateStyle : DraftStyle
{
    /// <summary>Turns of one loop.</summary>
    private const int MostTurns = 100_000;

    /// <summary>In milliseconds; a template takes some hundredths of that for a large month.</summary>
    private const int LongestRendering = 30_000;

    private readonly string _file;
    private readonly string _text;

    static TemplateStyle()
    {
        Template.RegisterTag<BoundedAssign>("assign");
        Template.RegisterTag<BoundedCapture>("capture");
    }

    private TemplateStyle(string file, string text, int namesShown)
        : base(namesShown)
    {
        (_file, _text) = (file, text);
        Parsed();
    }

    /// <summary>Reads and checks a template.</summary>
    /// <exception cref="BadInputException">It is not there, no text, too large, or not Liquid; the message names the line.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It must not be read.</exception>
    public static TemplateStyle Read(string file, int namesShown)
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
            return new TemplateStyle(file, text.TrimStart('\uFEFF').ReplaceLineEndings("\n"), namesShown);
        }
        catch (DecoderFallbackException)
        {
            throw new BadInputException($"{file}: The template is not UTF-8 text; save it as UTF-8.", file);
        }
    }

    public override string Render(Draft draft)
    {
        var template = Parsed();
        var text = Rendered(template, Hash.FromDictionary(TemplateFields.Of(draft, NamesShown)));
        return template.Errors.Count == 0 ? text.TrimEnd() + "\n" : throw Failed(template.Errors[0]);
    }

    private string Rendered(Template template, Hash fields)
    {
        var budget = new TextBudget();
        using var text = new BoundedWriter(budget.Spend);
        try
        {
            template.Render(text, new RenderParameters(CultureInfo.InvariantCulture)
            {
                Filters = [typeof(BoundedFilters)],
                Registers = Hash.FromDictionary(new Dictionary<string, object> { [TextBudget.Name] = budget }),
                LocalVariables = fields,
                ErrorsOutputMode = ErrorsOutputMode.Suppress,
                SyntaxCompatibilityLevel = SyntaxCompatibility.DotLiquid22a,
                MaxIterations = MostTurns,
                Timeout = LongestRendering,
            });
            return text.ToString();
        }
        catch (TooMuchTextException failure)
        {
            throw At(null, failure.Message);
        }
        catch (Exception failure) when (failure is MaximumIterationsExceededException or TimeoutException)
        {
            throw At(null, "The template does not come to an end; a loop may have 100,000 turns");
        }
    }

    /// <summary>Anew for each rendering: a parsed template keeps the errors of the last.</summary>
    private Template Parsed()
    {
        try
        {
            return Template.Parse(_text, SyntaxCompatibility.DotLiquid22a);
        }
        catch (SyntaxException failure)
        {
            throw At(TemplateLines.OfSyntaxError(_text), failure.Message);
        }
    }

    private BadInputException Failed(Exception failure) => failure switch
    {
        VariableNotFoundException when TemplateLines.Quoted(failure.Message) is { } field =>
            At(TemplateLines.Of(_text, field), $"There is no field {field}; sheaf help templates lists those that there are."),
        FilterNotFoundException => At(TemplateLines.Of(_text, failure.Message), $"There is no filter {failure.Message}."),
        _ => At(null, failure.Message),
    };

    private BadInputException At(int? line, string sentence)
    {
        var words = Text.PlainLine.Of(sentence.Replace("Liquid error: ", "", StringComparison.Ordinal));
        return new BadInputException($"{_file}{(line is { } number ? $":{number}" : "")}: {words.TrimEnd('.')}.", _file, line);
    }
}

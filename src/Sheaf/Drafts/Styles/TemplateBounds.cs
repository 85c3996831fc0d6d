using System.Collections;
using System.Globalization;
using DotLiquid;
using DotLiquid.Tags;

namespace Sheaf.Drafts.Styles;

/// <summary>
/// Liquid's filters that make more text than they are given, in place of the library's own: what they would make is reckoned before it is
/// made.
/// </summary>
internal static class BoundedFilters
{
    /// <summary>Parts of a text are many times as large in memory as the text.</summary>
    private const int LongestSplit = 1 << 20;

    public static string? Append(Context context, string? input, string? @string)
    {
        Check(context, input?.Length ?? 0, @string?.Length ?? 0);
        return StandardFilters.Append(input, @string);
    }

    public static string? Prepend(Context context, string? input, string? @string)
    {
        Check(context, input?.Length ?? 0, @string?.Length ?? 0);
        return StandardFilters.Prepend(input, @string);
    }

    public static string? Replace(Context context, string? input, string? @string, string? replacement = "")
    {
        if (input is not null && @string is { Length: > 0 } && (replacement?.Length ?? 0) > @string.Length)
        {
            Check(context, input.Length, (long)Occurrences(input, @string) * replacement!.Length);
        }

        return StandardFilters.Replace(context, input, @string, replacement);
    }

    public static string? ReplaceFirst(Context context, string? input, string? @string, string? replacement = "")
    {
        Check(context, input?.Length ?? 0, replacement?.Length ?? 0);
        return StandardFilters.ReplaceFirst(context, input, @string, replacement);
    }

    public static string? Join(Context context, IEnumerable? input, string? glue = " ")
    {
        foreach (var length in (input?.Cast<object?>() ?? [])
            .Select(part => Convert.ToString(part, CultureInfo.InvariantCulture)?.Length ?? 0).Select(Total(glue)))
        {
            Check(context, length, 0);
        }

        return StandardFilters.Join(input, glue);
    }

    public static string[]? Split(Context context, string? input, string? pattern)
    {
        _ = context;
        return input?.Length > LongestSplit
            ? throw new TooMuchTextException($"The template splits a text of more than {LongestSplit >> 20} million characters")
            : StandardFilters.Split(input, pattern);
    }

    private static Func<int, long> Total(string? glue)
    {
        var total = 0L;
        return length => total += length + (glue?.Length ?? 0);
    }

    private static void Check(Context context, long one, long other) => TextBudget.Of(context).Check(one + other);

    private static int Occurrences(string text, string part)
    {
        var count = 0;
        for (var at = text.IndexOf(part, StringComparison.Ordinal); at >= 0; at = text.IndexOf(
            part, at + part.Length, StringComparison.Ordinal))
        {
            count++;
        }

        return count;
    }
}

/// <summary>Liquid's <c>assign</c>, within the budget of text.</summary>
internal sealed class BoundedAssign : Assign
{
    private string _name = "";

    public override void Initialize(string tagName, string markup, List<string> tokens)
    {
        base.Initialize(tagName, markup, tokens);
        _name = markup.Split('=')[0].Trim();
    }

    public override void Render(Context context, TextWriter result)
    {
        var before = BoundedVariable.LengthOf(context, _name);
        base.Render(context, result);
        TextBudget.Of(context).Spend(BoundedVariable.LengthOf(context, _name) - before);
    }
}

/// <summary>Liquid's <c>capture</c>, within the budget of text.</summary>
internal sealed class BoundedCapture : DotLiquid.Block
{
    private string _name = "";

    public override void Initialize(string tagName, string markup, List<string> tokens)
    {
        _name = markup.Trim().Trim('\'', '"');
        base.Initialize(tagName, markup, tokens);
    }

    public override void Render(Context context, TextWriter result)
    {
        var (budget, length) = (TextBudget.Of(context), 0L);
        using var text = new BoundedWriter(more => budget.Check(length += more));
        base.Render(context, text);
        budget.Spend(length - BoundedVariable.LengthOf(context, _name));
        context.Scopes[^1][_name] = text.ToString();
    }
}

/// <summary>What a variable of a template holds.</summary>
internal static class BoundedVariable
{
    /// <summary>Its characters where it is a text; else none.</summary>
    public static int LengthOf(Context context, string name) =>
        context.Scopes[^1].TryGetValue(name, out var value) && value is string text ? text.Length : 0;
}

/// <summary>What a template writes, as long as it may.</summary>
/// <param name="spend">Told how many characters come, before they are kept; throws where these are too many.</param>
internal sealed class BoundedWriter(Action<long> spend) : StringWriter(CultureInfo.InvariantCulture)
{
    public override void Write(char value)
    {
        spend(1);
        base.Write(value);
    }

    public override void Write(char[] buffer, int index, int count)
    {
        spend(count);
        base.Write(buffer, index, count);
    }

    public override void Write(string? value)
    {
        spend(value?.Length ?? 0);
        base.Write(value);
    }
}

/// <summary>
/// How much text a template may make in one rendering, in its output and in its variables together: doubling one forty times is soon
/// written.
/// </summary>
internal sealed class TextBudget
{
    /// <summary>Where a rendering keeps it among the registers of its context.</summary>
    public const string Name = "text-budget";

    /// <summary>64 MB, as characters take two bytes.</summary>
    private const long Most = 32 << 20;

    private long _spent;

    public static TextBudget Of(DotLiquid.Context context) => (TextBudget)context.Registers[Name];

    /// <exception cref="TooMuchTextException">That would be too much.</exception>
    public void Spend(long characters)
    {
        Check(characters);
        _spent += characters;
    }

    /// <summary>As <see cref="Spend"/>, for text that may not be kept.</summary>
    public void Check(long characters)
    {
        if (_spent + characters > Most)
        {
            throw new TooMuchTextException($"The template makes more than {Most >> 19} MB of text");
        }
    }
}

/// <summary>A template makes too much text. The message is for the person whose template it is.</summary>
/// <remarks>Of this kind because it ends the rendering: other failures DotLiquid notes down, and goes on.</remarks>
internal sealed class TooMuchTextException(string message) : TimeoutException(message);

namespace Sheaf.Arxiv.Tex;

/// <summary>TeX's macros and what they apply to.</summary>
internal static class TexArgument
{
    // Vietnamese needs two accents on a letter, each perhaps with braces of its own; nobody needs more.
    private const int DeepestNesting = 4;

    /// <summary>
    /// The name of the macro whose backslash is at <paramref name="at"/>: letters, or one other character; empty at the end of the text.
    /// </summary>
    public static ReadOnlySpan<char> NameAt(string tex, int at)
    {
        var end = at + 1;
        while (end < tex.Length && char.IsAsciiLetter(tex[end]))
        {
            end++;
        }

        return tex.AsSpan(at + 1, end > at + 1 || end == tex.Length ? end - at - 1 : 1);
    }

    /// <summary>
    /// Where the text after a macro goes on: a following <c>{}</c>, or <c>\</c> before a space, only ends its name; so do spaces, if they
    /// are swallowed.
    /// </summary>
    public static int EndOfMacro(string tex, int at, bool swallowsSpaces)
    {
        var end = at + 1 + NameAt(tex, at).Length;
        var rest = tex.AsSpan(end);
        return rest.StartsWith("{}") ? end + 2
            : rest.StartsWith("\\ ") ? end + 1
            : swallowsSpaces ? SkipSpaces(tex, end)
            : end;
    }

    /// <summary>The accented letter that begins at a backslash; null where there is none.</summary>
    public static (string Text, int End)? ReadAccented(string tex, int at)
    {
        if (TexAccent.Find(NameAt(tex, at)) is not { } accent || ReadAccent(tex, at, 0) is not { } argument)
        {
            return null;
        }

        var isDoubtful = !accent.IsNamedByLetter && argument is { IsBraced: false, Accents.Count: 1 } && !accent.Composes(argument.Letter);
        return !isDoubtful ? (TexAccent.Compose(argument.Letter, argument.Accents) + argument.Second, argument.End)
            // No accented letter is meant by O\'Brien, but an apostrophe, and in \"Quoted\" a quotation mark.
            : accent.IsAcute ? ("'", at + 2)
            : null;
    }

    private static Accented? ReadAccent(string tex, int at, int depth)
    {
        var name = NameAt(tex, at);
        if (depth > DeepestNesting || TexAccent.Find(name) is not { } accent)
        {
            return null;
        }

        var start = at + 1 + name.Length;
        var argument = ReadArgument(tex, accent.IsNamedByLetter ? SkipSpaces(tex, start) : start, depth + 1, accent.IsTie);
        return argument is null ? null : argument with { Accents = [.. argument.Accents, accent] };
    }

    private static Accented? ReadArgument(string tex, int at, int depth, bool isPair)
    {
        if (at >= tex.Length || depth > DeepestNesting)
        {
            return null;
        }

        return tex[at] switch
        {
            '{' => ReadBraced(tex, at, depth, isPair),
            '\\' => ReadMacro(tex, at, depth),
            var letter when char.IsLetter(letter) => new(letter, "", [], at + 1, false),
            _ => null,
        };
    }

    private static Accented? ReadBraced(string tex, int at, int depth, bool isPair)
    {
        if (ReadArgument(tex, SkipSpaces(tex, at + 1), depth + 1, isPair) is not { } inner)
        {
            return null;
        }

        var end = inner.End;
        var second = isPair && end < tex.Length && char.IsLetter(tex[end]) ? tex[end++].ToString() : inner.Second;
        end = SkipSpaces(tex, end);
        return end < tex.Length && tex[end] == '}' ? inner with { Second = second, End = end + 1, IsBraced = true } : null;
    }

    // Under an accent the dotless letters are the plain ones: Unicode's í has no dot of its own.
    private static Accented? ReadMacro(string tex, int at, int depth)
    {
        var name = NameAt(tex, at);
        var letter = name is "i" or "j" ? name.ToString() : TexSymbols.FindLetter(name);
        return letter is { Length: 1 }
            ? new(letter[0], "", [], EndOfMacro(tex, at, swallowsSpaces: true), false)
            : ReadAccent(tex, at, depth);
    }

    private static int SkipSpaces(string tex, int at)
    {
        while (at < tex.Length && tex[at] == ' ')
        {
            at++;
        }

        return at;
    }

    // What an accent applies to: a letter, the second letter under a tie, and the accents nearer to it, from the innermost outwards.
    private sealed record Accented(char Letter, string Second, IReadOnlyList<TexAccent> Accents, int End, bool IsBraced);
}

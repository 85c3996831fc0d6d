using System.Buffers;
using System.Text;

namespace Sheaf.Drafts.Formats;

/// <summary>
/// Text from outside as LaTeX that prints it and does nothing else. Mathematics that <see cref="BibtexMath"/> knows stays, a few commands
/// for the looks of words stay, and so do braces around words; every other character that means something to TeX is written by its name.
/// </summary>
internal static class LatexText
{
    /// <summary>What TeX or BibTeX take for more than a letter.</summary>
    private static readonly SearchValues<char> Special = SearchValues.Create(@"\{}$%#&_^~");

    private static readonly HashSet<string> Looks =
    [
        "emph", "textit", "textbf", "texttt", "textsc", "textsf", "textrm", "textsl", "textsuperscript", "textsubscript", "underline",
    ];

    /// <summary>Balanced in braces, on one line, in time that grows with the length only.</summary>
    /// <param name="line">On one line, without invisible characters.</param>
    public static string Of(string line)
    {
        if (!line.AsSpan().ContainsAny(Special))
        {
            return line;
        }

        var structure = BibtexStructure.Of(line);
        var latex = new StringBuilder(line.Length + 16);
        for (var at = 0; at < line.Length;)
        {
            at += line[at] switch
            {
                '$' when structure.MathAt(at) is { } end => AppendMath(latex, line.AsSpan(at, end - at)),
                '{' or '}' when structure.IsGroup(at) => Append(latex, line[at].ToString(), 1),
                '\\' => AppendCommand(latex, line, at, structure),
                _ => Append(latex, Named(line[at]), 1, line[at]),
            };
        }

        return latex.ToString();
    }

    private static int Append(StringBuilder latex, string? text, int length, char otherwise = ' ')
    {
        _ = text is null ? latex.Append(otherwise) : latex.Append(text);
        return length;
    }

    /// <summary>A formula of a line of its own (<c>$$</c>) becomes one within the line.</summary>
    private static int AppendMath(StringBuilder latex, ReadOnlySpan<char> math)
    {
        latex.Append('$').Append(math.Trim('$')).Append('$');
        return math.Length;
    }

    /// <returns>How many characters it was.</returns>
    private static int AppendCommand(StringBuilder latex, string line, int at, BibtexStructure structure)
    {
        var rest = line.AsSpan(at + 1);
        var length = rest.IndexOfAnyExceptInRange('a', 'z') is >= 0 and var end ? end : rest.Length;
        if (length > 0 && at + 1 + length < line.Length && structure.IsGroup(at + 1 + length) && line[at + 1 + length] == '{'
            && Looks.Contains(rest[..length].ToString()))
        {
            return Append(latex, line.Substring(at, length + 1), length + 1);
        }

        // Of a character that was written by its name already, the name is kept.
        return rest is ['\\', ..] ? Append(latex, @"\textbackslash{}\textbackslash{}", 2)
            : rest is ['$' or '{' or '}' or '%' or '&' or '#' or '_', ..]
            ? Append(latex, Named(rest[0]), 2)
            : Append(latex, @"\textbackslash{}", 1);
    }

    private static string? Named(char letter) => letter switch
    {
        '{' => @"\textbraceleft{}",
        '}' => @"\textbraceright{}",
        '^' => @"\textasciicircum{}",
        '~' => @"\textasciitilde{}",
        '$' or '%' or '#' or '&' or '_' => $@"\{letter}",
        _ => null,
    };
}

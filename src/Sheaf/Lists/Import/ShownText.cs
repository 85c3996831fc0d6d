using System.Text;
using Sheaf.Markdown;

namespace Sheaf.Lists.Import;

/// <summary>
/// What a list shows a reader, as lines of Markdown, and where in the file each part of them comes from. A web page or a mail becomes such
/// a text, so that one grammar reads them all.
/// </summary>
internal sealed class ShownText
{
    private readonly StringBuilder _text = new();
    private readonly List<(int Offset, int Line)> _origins = [];

    /// <summary>The lines, separated by <c>\n</c>.</summary>
    public string Text => _text.ToString();

    public int Length => _text.Length;

    /// <summary>A text that shows itself.</summary>
    public static ShownText Of(string text)
    {
        var shown = new ShownText();
        var line = 0;
        foreach (var one in MarkdownLine.Split(text))
        {
            shown.AddLine(one.Text, ++line);
        }

        return shown;
    }

    public void AddLine(string text, int line)
    {
        Append(text, line);
        EndLine();
    }

    /// <summary>Adds to the line that is being written.</summary>
    /// <param name="text">Without line breaks.</param>
    /// <param name="line">Where in the file it stands, from 1.</param>
    public void Append(string text, int line)
    {
        if (_origins.Count == 0 || _origins[^1].Line != line)
        {
            _origins.Add((_text.Length, line));
        }

        _text.Append(text);
    }

    /// <summary>Adds what a part of the file shows.</summary>
    /// <param name="part">With lines counted in the part.</param>
    /// <param name="before">How many lines of the file stand before the part.</param>
    public void Append(ShownText part, int before)
    {
        _origins.AddRange(part._origins.Select(origin => (_text.Length + origin.Offset, origin.Line + before)));
        _text.Append(part._text);
    }

    public void EndLine() => _text.Append('\n');

    /// <summary>The line of the file that a place in the text comes from; 1 for an empty text.</summary>
    public int LineAt(int offset)
    {
        var (low, high) = (0, _origins.Count - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            (low, high) = _origins[middle].Offset <= offset ? (middle, high) : (low, middle - 1);
        }

        return _origins.Count == 0 ? 1 : _origins[low].Line;
    }
}

/// <summary>One line of what a list shows.</summary>
/// <param name="Text">Without its line ending.</param>
/// <param name="Line">Where in the file it stands, from 1.</param>
internal readonly record struct ShownLine(string Text, int Line);

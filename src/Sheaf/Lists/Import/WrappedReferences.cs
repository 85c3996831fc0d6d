using System.Text.RegularExpressions;
using Sheaf.Arxiv.Identifiers;

namespace Sheaf.Lists.Import;

/// <summary>References that a mail program broke over two lines, made whole, so that a list can be read line by line.</summary>
internal static partial class WrappedReferences
{
    /// <summary>Joins them.</summary>
    /// <param name="shown">The list.</param>
    /// <param name="repaired">By their places in the text returned: the references as they were found, broken.</param>
    public static ShownText Join(ShownText shown, out IReadOnlyDictionary<int, FoundReference> repaired)
    {
        var text = shown.Text;
        var found = IdentifierFinder.Find(text).Where(reference => text.AsSpan(reference.Index, reference.Length).Contains('\n')).ToList();
        var places = new Dictionary<int, FoundReference>();
        repaired = places;
        if (found.Count == 0)
        {
            return shown;
        }

        var joined = new ShownText();
        var start = 0;
        foreach (var reference in found)
        {
            Copy(shown, text, start..reference.Index, joined);
            places.Add(joined.Length, reference);
            joined.Append(LineBreak().Replace(text.Substring(reference.Index, reference.Length), ""), shown.LineAt(reference.Index));
            start = reference.Index + reference.Length;
        }

        Copy(shown, text, start..text.Length, joined);
        return joined;
    }

    private static void Copy(ShownText from, string text, Range range, ShownText to)
    {
        var (at, end) = (range.Start.Value, range.End.Value);
        while (at < end)
        {
            var length = text.AsSpan(at, end - at).IndexOf('\n');
            to.Append(text.Substring(at, length < 0 ? end - at : length), from.LineAt(at));
            if (length < 0)
            {
                return;
            }

            to.EndLine();
            at += length + 1;
        }
    }

    [GeneratedRegex(@"[ \t]*\n[ \t>]*")]
    private static partial Regex LineBreak();
}

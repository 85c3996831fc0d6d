using System.Text;
using Sheaf.Arxiv.Identifiers;

namespace Sheaf.Lists;

/// <summary>The line that <c>sheaf add</c> writes: <c>- 2404.19756 ★ #architecture — a note</c>. Read again, it says the same.</summary>
internal static class CanonicalLine
{
    /// <summary>Writes an entry on one line, without a line ending.</summary>
    /// <param name="reference">Named with its version if it has one.</param>
    /// <param name="starred">To be treated in depth.</param>
    /// <param name="tags">Each one word, with or without its <c>#</c>.</param>
    /// <param name="note">Put on one line; null or blank for none.</param>
    /// <exception cref="ArgumentException">A tag is not one word as <see cref="CuratedEntry.Tags"/> are read.</exception>
    public static string Write(EprintReference reference, bool starred, IEnumerable<string> tags, string? note)
    {
        var line = new StringBuilder("- ").Append(reference);
        if (starred)
        {
            line.Append(" ★");
        }

        foreach (var tag in tags)
        {
            line.Append(" #").Append(WordOf(tag));
        }

        var words = string.Join(' ', (note ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return (words.Length == 0 ? line : line.Append(" — ").Append(words)).ToString();
    }

    /// <summary>Writes an entry with all of its lines and their endings: those of a note after the first are indented.</summary>
    /// <inheritdoc cref="Write"/>
    public static string WriteBlock(EprintReference reference, bool starred, IEnumerable<string> tags, string? note, string ending)
    {
        var lines = EntryChange.Plain(note ?? "").Split('\n');
        var rest = lines.Skip(1).Select(line => (line.Length == 0 ? "" : $"  {line}") + ending);
        return $"{Write(reference, starred, tags, lines[0])}{ending}{string.Concat(rest)}";
    }

    private static string WordOf(string tag)
    {
        var word = tag.StartsWith('#') ? tag[1..] : tag;
        return Tag.IsWord(word)
            ? word
            : throw new ArgumentException($"'{tag}' cannot be a tag: a tag is one word with a letter in it.", nameof(tag));
    }
}

using System.Buffers;
using Sheaf.Arxiv.Identifiers;

namespace Sheaf.Lists;

/// <summary>
/// One reference of a text with all that spells it: a Markdown link's text and target are one, <c>&lt;</c> and <c>&gt;</c> belong to it.
/// </summary>
/// <param name="Start">Where its spelling begins.</param>
/// <param name="End">After its spelling.</param>
/// <param name="Found">What it names.</param>
/// <param name="ClaimedTitle">The link's text where it can be a title.</param>
internal sealed record ReferenceMark(int Start, int End, FoundReference Found, string? ClaimedTitle)
{
    /// <summary>What may stand around a reference without being words before it.</summary>
    public static readonly SearchValues<char> Wrapping = SearchValues.Create(" \t\u00a0*_`<([{\"'“‘");

    /// <summary>All references of a text, in order.</summary>
    public static List<ReferenceMark> FindAll(string text)
    {
        var marks = new List<ReferenceMark>();
        var found = WithDamaged(IdentifierFinder.Find(text), text);
        var links = found.Count == 0 ? [] : MarkdownLink.FindAll(text);
        var next = 0;
        foreach (var reference in found)
        {
            while (next < links.Count && links[next].End <= reference.Index)
            {
                next++;
            }

            if (next < links.Count && links[next].Start <= reference.Index)
            {
                AddLinked(marks, text, links[next], reference);
            }
            else
            {
                marks.Add(Bare(text, reference));
            }
        }

        return marks;
    }

    /// <summary>The reference that makes a text an entry: its first one, or a malformed first word; null where there is none.</summary>
    /// <param name="text">The text.</param>
    /// <param name="isHead">Whether it begins an entry, where a number that lost digits is a malformed word, too.</param>
    public static ReferenceMark? FindFirst(string text, bool isHead = false)
    {
        var first = FindAll(text).FirstOrDefault();
        var malformed = MalformedWord.Find(text, beforeReference: first is not null, isHead);
        return malformed is not null && (first is null || malformed.Start < first.Start) ? malformed
            : first ?? (isHead ? MalformedWord.FindBehindWords(text) : null);
    }

    /// <summary>Whether nothing but wrapping stands before it.</summary>
    public bool Begins(string text) => text.AsSpan(0, Start).IndexOfAnyExcept(Wrapping) < 0;

    /// <summary>The entry it makes.</summary>
    /// <param name="line">Where it stands, from 1.</param>
    /// <param name="tail">What the editor says of it; null for a mention.</param>
    /// <param name="note">The whole note.</param>
    /// <param name="section">The heading it stands under.</param>
    public CuratedEntry ToEntry(int line, EntryTail? tail, string? note, string? section) =>
        new(
            line, Found.Text, Found.Reference, Found.Problem, ClaimedTitle,
            tail?.Starred ?? false, tail?.Tags ?? [], note, section, IsMention: tail is null);

    /// <summary>With the damaged ones behind the word arXiv, in place of what was found of them.</summary>
    private static IReadOnlyList<FoundReference> WithDamaged(IReadOnlyList<FoundReference> found, string text)
    {
        var all = new List<FoundReference>();
        var next = 0;
        foreach (var damaged in IdentifierFinder.FindBehindName(text))
        {
            while (next < found.Count && found[next].Index + found[next].Length <= damaged.Index)
            {
                all.Add(found[next++]);
            }

            var end = damaged.Index + damaged.Length;
            var isPart = next < found.Count && found[next].Reference is null && found[next].Index + found[next].Length < end;
            next += isPart ? 1 : 0;
            if (isPart || next == found.Count || found[next].Index >= end)
            {
                all.Add(damaged);
            }
        }

        return all.Count == 0 ? found : [.. all, .. found.Skip(next)];
    }

    private static void AddLinked(List<ReferenceMark> marks, string text, MarkdownLink link, FoundReference reference)
    {
        if (marks.Count == 0 || marks[^1].Start != link.Start)
        {
            marks.Add(new(link.Start, link.End, reference, LinkTitle.Read(text[link.Text])));
        }
        else if (reference.Index >= link.Target && marks[^1].Found.Index < link.Target)
        {
            // The text is an identifier too: the paper linked is the one that counts.
            marks[^1] = marks[^1] with { Found = reference };
        }
    }

    private static ReferenceMark Bare(string text, FoundReference reference)
    {
        var (start, end) = (reference.Index, reference.Index + reference.Length);
        var isAutolink = start > 0 && text[start - 1] == '<' && end < text.Length && text[end] == '>';
        return isAutolink ? new(start - 1, end + 1, reference, null) : new(start, end, reference, null);
    }
}

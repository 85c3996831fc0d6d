namespace Sheaf.Searching;

/// <summary>A piece of a text, and whether it is what was looked for.</summary>
internal sealed record ExcerptPart(string Text, bool Hit);

/// <summary>What of a paper's text is shown, with what was looked for marked in it.</summary>
internal static class Excerpt
{
    /// <summary>Characters of an excerpt, about.</summary>
    private const int Long = 280;

    /// <summary>All of a text.</summary>
    public static IReadOnlyList<ExcerptPart> Whole(string text, IEnumerable<QueryTerm> terms)
    {
        var hits = TextHits.Of(text, terms);
        return Parts(text, hits.Places, 0, text.Length);
    }

    /// <summary>The part of a text that has most of what was looked for; its beginning where it has none.</summary>
    public static IReadOnlyList<ExcerptPart> Best(string text, IEnumerable<QueryTerm> terms)
    {
        var hits = TextHits.Of(text, terms);
        var (start, end) = Window(text, hits.Places);
        var parts = Parts(text, hits.Places, start, end);
        return
        [
            .. start > 0 ? [new ExcerptPart("… ", false)] : (ExcerptPart[])[],
            .. parts,
            .. end < text.Length ? [new ExcerptPart(" …", false)] : (ExcerptPart[])[],
        ];
    }

    private static (int Start, int End) Window(string text, IReadOnlyList<(int Start, int End, int Term)> hits)
    {
        var (best, most) = (0, 0);
        foreach (var hit in hits)
        {
            var inside = hits.Where(other => other.Start >= hit.Start && other.End <= hit.Start + Long).ToList();
            var worth = (inside.Select(other => other.Term).Distinct().Count() * 100) + inside.Count;
            if (worth > most)
            {
                // Some words before the first, so that it is read in its sentence.
                (best, most) = (Math.Max(0, hit.Start - (Long / 5)), worth);
            }
        }

        var start = best == 0 ? 0 : text.IndexOf(' ', best) + 1;
        start = start > best + (Long / 5) ? best : start;
        var end = start + Long >= text.Length ? text.Length : text.LastIndexOf(' ', start + Long);
        return (start, end <= start ? Math.Min(text.Length, start + Long) : end);
    }

    private static List<ExcerptPart> Parts(string text, IEnumerable<(int Start, int End, int Term)> hits, int start, int end)
    {
        var parts = new List<ExcerptPart>();
        var at = start;
        foreach (var hit in hits.Where(hit => hit.Start >= start && hit.End <= end))
        {
            if (hit.Start < at)
            {
                continue;
            }

            Add(parts, text[at..hit.Start], isHit: false);
            Add(parts, text[hit.Start..hit.End], isHit: true);
            at = hit.End;
        }

        Add(parts, text[at..end], isHit: false);
        return parts;
    }

    private static void Add(List<ExcerptPart> parts, string text, bool isHit)
    {
        if (text.Length > 0)
        {
            parts.Add(new ExcerptPart(text, isHit));
        }
    }
}

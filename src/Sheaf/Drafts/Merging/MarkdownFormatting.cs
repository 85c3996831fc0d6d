using Sheaf.Markdown;

namespace Sheaf.Drafts.Merging;

/// <summary>
/// How the person's editor writes Markdown, seen from what it made of Sheaf's: line endings, list signs, blank lines between blocks.
/// </summary>
internal sealed class MarkdownFormatting
{
    private readonly ThreeWayMatch _texts;
    private readonly string _newLine;
    private readonly Dictionary<ItemMarker, ItemMarker> _markers;
    private readonly Dictionary<(BlockKind, BlockKind, string), string> _gaps;

    public MarkdownFormatting(ThreeWayMatch texts)
    {
        _texts = texts;
        _newLine = NewLineOf(texts.Edited);
        var untouched = texts.Edited.Indices.Where(edited => !texts.IsTouched(edited)).ToList();
        _markers = Usual(untouched.Where(edited => texts.Edited[edited].Kind == BlockKind.Item)
            .Select(edited => (Usual(Last(edited).Marker!), Usual(texts.Edited[edited].Marker!))));
        _gaps = Usual(untouched.Where(FollowsTheSame).Select(edited => (
            (texts.Edited[edited.Before!.Value].Kind, texts.Edited[edited].Kind, Plain(Last(edited).Gap)),
            Plain(texts.Edited[edited].Gap))));
    }

    /// <summary>A block of the fresh text as it is written for the first time.</summary>
    /// <param name="fresh">The block.</param>
    /// <param name="anchor">The neighbour beside which it was inserted; null for none.</param>
    public string New(FreshIndex fresh, FreshIndex? anchor)
    {
        var block = _texts.Fresh[fresh];
        var isItem = block.Kind == BlockKind.Item;
        var text = isItem && block.Marker is { } marker && Translated(marker) is { } theirs ? Marked(theirs, block) : block.Text;
        var beside = anchor is { } found ? _texts.EditedOf(found) : null;
        return Ended(beside is { } edited && Shift(edited) is { } shift && Numbering.Of(block) is { } number
            ? Numbering.With(text, block.Kind, number + shift)
            : text);
    }

    /// <summary>An untouched block with what the fresh text says; where that is the same, as it is, but for its number.</summary>
    public string UpToDate(EditedIndex edited)
    {
        var (was, now, own) = (Last(edited), _texts.Fresh[_texts.FreshOf(edited)!.Value], _texts.Edited[edited]);
        var number = Numbering.Of(now) + Shift(edited);
        var isAsWritten = Plain(own.Text) == Plain(was.Text);
        var text = was.Words == now.Words && (!isAsWritten || Plain(now.Text) == Plain(was.Text)) ? own.Text
            : Ended(now.Kind == BlockKind.Item && !isAsWritten && own.Marker is { } marker ? Marked(marker, now) : now.Text);
        return number is { } right ? Numbering.With(text, now.Kind, right) : text;
    }

    /// <summary>What stands between two blocks that now follow each other.</summary>
    public string Gap(Piece before, Piece after)
    {
        var aboveInEdited = after.Edited?.Before;
        var aboveInFresh = after.Fresh?.Before;
        if (aboveInEdited is not null && before.Edited == aboveInEdited)
        {
            var own = _texts.Edited[after.Edited!.Value];
            return FollowsTheSame(after.Edited.Value) && aboveInFresh is not null && before.Fresh == aboveInFresh
                ? Settled(own.Gap, Last(after.Edited.Value).Gap, _texts.Fresh[after.Fresh!.Value].Gap)
                : own.Gap;
        }

        return aboveInFresh is { } above && _texts.Fresh[above].Kind == before.Kind
            ? Translated(before.Kind, after.Kind, _texts.Fresh[after.Fresh!.Value].Gap)
            : aboveInEdited is { } theirs && _texts.Edited[theirs].Kind == before.Kind ? _texts.Edited[after.Edited!.Value].Gap
            : before.Kind is BlockKind.TableHead or BlockKind.TableRow && after.Kind == BlockKind.TableRow ? _newLine
            : _newLine + _newLine;
    }

    /// <summary>What comes after the last block.</summary>
    public string Tail(bool isEmpty) =>
        isEmpty ? Ended(_texts.Fresh.Tail) : Settled(_texts.Edited.Tail, _texts.Last.Tail, _texts.Fresh.Tail);

    /// <summary>The person's own, unless it is as it was written and is written otherwise now.</summary>
    private string Settled(string own, string was, string now) =>
        Plain(own) == Plain(was) && Plain(was) != Plain(now) ? Ended(now) : own;

    private static string NewLineOf(MarkdownOutline<EditedIndex> text)
    {
        var gaps = text.Blocks.Skip(1).Select(block => block.Gap).Append(text.Tail).Where(gap => gap.Length > 0).ToList();
        var windows = gaps.Count(gap => gap.StartsWith("\r\n", StringComparison.Ordinal));
        var old = gaps.Count(gap => gap[0] == '\r') - windows;
        return windows * 2 > gaps.Count ? "\r\n" : old * 2 > gaps.Count ? "\r" : "\n";
    }

    /// <summary>The most frequent translation of each; the first where several are.</summary>
    private static Dictionary<TKey, TValue> Usual<TKey, TValue>(IEnumerable<(TKey, TValue)> seen)
        where TKey : notnull
        where TValue : notnull => seen.GroupBy(pair => pair.Item1, pair => pair.Item2).ToDictionary(
            group => group.Key, group => group.GroupBy(value => value).MaxBy(values => values.Count())!.Key);

    /// <summary>By how much the person's numbers differ from Sheaf's.</summary>
    private int? Shift(EditedIndex edited) => Numbering.Of(_texts.Edited[edited]) - Numbering.Of(Last(edited));

    /// <summary>Whether the block before is the one that Sheaf wrote before it.</summary>
    private bool FollowsTheSame(EditedIndex edited) => edited.Before is { } above
        && _texts.LastOf(edited) is { } last && last.Before is { } before && _texts.LastOf(above) == before;

    /// <summary>What Sheaf wrote where this stands.</summary>
    private Block Last(EditedIndex edited) => _texts.Last[_texts.LastOf(edited)!.Value];

    /// <summary>Items with numbers are marked alike whatever their numbers are.</summary>
    private static ItemMarker Usual(ItemMarker marker) => marker.Sign.Length > 1 ? marker with { Sign = "1." } : marker;

    /// <summary>An item with another marker in place of its own, and its further lines moved in as far as that one wants.</summary>
    private static string Marked(ItemMarker marker, Block item)
    {
        if (item.Marker is not { } own || own == marker)
        {
            return item.Text;
        }

        var lines = item.Text.Split('\n');
        lines[0] = marker.Indent + marker.Sign + marker.Pad + lines[0][Math.Min(own.Width, lines[0].Length)..];
        var indent = new string(' ', marker.Width);
        for (var at = 1; at < lines.Length; at++)
        {
            var blanks = lines[at].Length - lines[at].TrimStart(' ').Length;
            lines[at] = string.IsNullOrWhiteSpace(lines[at]) ? "" : indent + lines[at][Math.Min(blanks, own.Width)..];
        }

        return string.Join('\n', lines);
    }

    private ItemMarker? Translated(ItemMarker marker) => _markers.TryGetValue(marker, out var theirs) && theirs != marker ? theirs : null;

    private string Translated(BlockKind before, BlockKind after, string gap) =>
        Ended(_gaps.GetValueOrDefault((before, after, Plain(gap)), Plain(gap)));

    private static string Plain(string gap) => gap.ReplaceLineEndings("\n");

    private string Ended(string text) => _newLine == "\n" && !text.Contains('\r') ? text : text.ReplaceLineEndings(_newLine);
}

/// <summary>A block of the merged text.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Level">Of a heading.</param>
/// <param name="Text">Its lines.</param>
/// <param name="Edited">Where it stood in the person's text; null where it did not.</param>
/// <param name="Fresh">Where it stands in the fresh text; null where it does not.</param>
/// <param name="GoesIfEmpty">Whether it stays only with something under it.</param>
internal sealed record Piece(BlockKind Kind, int Level, string Text, EditedIndex? Edited, FreshIndex? Fresh, bool GoesIfEmpty = false);

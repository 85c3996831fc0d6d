using System.Text;

namespace Sheaf.Drafts.Merging;

/// <summary>Puts the merged text together.</summary>
internal static class Assembly
{
    public static string Write(ThreeWayMatch texts, MergeDecisions verdicts)
    {
        var conventions = new MarkdownFormatting(texts);
        var pieces = WithoutEmptyHeadings(Pieces(texts, verdicts, conventions));
        var text = new StringBuilder();
        for (var at = 0; at < pieces.Count; at++)
        {
            text.Append(at > 0 ? conventions.Gap(pieces[at - 1], pieces[at]) : texts.Edited.Blocks is [var first, ..] ? first.Gap : "").Append(pieces[at].Text);
        }

        return text.Append(pieces.Count == 0 ? texts.Edited.Tail : conventions.Tail(isEmpty: texts.Edited.Blocks.Count == 0)).ToString();
    }

    private static List<Piece> Pieces(ThreeWayMatch texts, MergeDecisions verdicts, MarkdownFormatting conventions)
    {
        var places = new InsertionPoints(texts, verdicts);
        var news = Enumerable.Range(0, texts.Fresh.Blocks.Count).Where(verdicts.IsWritten)
            .Select(fresh => (Fresh: fresh, Place: places.Of(fresh))).Where(one => one.Place is not null)
            .ToLookup(one => one.Place!.Value, one => one.Fresh);
        var pieces = new List<Piece>();
        for (var at = 0; at <= texts.Edited.Blocks.Count; at++)
        {
            pieces.AddRange(news[at].Select(fresh => new Piece(
                texts.Fresh.Blocks[fresh].Kind, texts.Fresh.Blocks[fresh].Level, conventions.New(fresh, places.AnchorOf(fresh)), -1, fresh)));
            if (at < texts.Edited.Blocks.Count && verdicts.Of(at) != Verdict.Goes)
            {
                pieces.Add(Kept(texts, verdicts.Of(at), conventions, at));
            }
        }

        return pieces;
    }

    private static Piece Kept(ThreeWayMatch texts, Verdict verdict, MarkdownFormatting conventions, int edited)
    {
        var block = texts.Edited.Blocks[edited];
        var text = verdict == Verdict.IsBroughtUpToDate ? conventions.UpToDate(edited) : block.Text;
        return new(block.Kind, block.Level, text, edited, texts.FreshOf(edited), verdict == Verdict.GoesIfEmpty);
    }

    private static List<Piece> WithoutEmptyHeadings(List<Piece> pieces)
    {
        var kept = new List<Piece>();
        foreach (var piece in Enumerable.Reverse(pieces).Where(piece => !(piece.GoesIfEmpty && IsEmpty(piece, kept.LastOrDefault()))))
        {
            kept.Add(piece);
        }

        kept.Reverse();
        return kept;
    }

    private static bool IsEmpty(Piece piece, Piece? next) => piece.Kind == BlockKind.TableHead
        ? next?.Kind != BlockKind.TableRow
        : next is null || (next.Kind == BlockKind.Heading && next.Level <= piece.Level);
}

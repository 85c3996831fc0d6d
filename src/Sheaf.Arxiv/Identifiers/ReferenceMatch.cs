using Sheaf.Arxiv.Identifiers.Repair;

namespace Sheaf.Arxiv.Identifiers;

/// <summary>What was taken from a text.</summary>
/// <param name="End">Where to go on in the text.</param>
/// <param name="Found">Null where it is known and is no reference.</param>
internal readonly record struct ReferenceMatch(int End, FoundReference? Found)
{
    /// <summary>A passage of the text itself.</summary>
    public static ReferenceMatch AsWritten(string text, int at, CandidateSpan passage) =>
        new(passage.End, passage.IsForeign ? null
            : Describe(text, at..passage.End, passage, passage.Identifier, text[passage.Identifier], []));

    /// <summary>A passage of what was read in place of the text.</summary>
    /// <param name="reading">What was read.</param>
    /// <param name="at">Where the passage begins in it.</param>
    /// <param name="passage">The passage.</param>
    public static ReferenceMatch Mended(RepairedText reading, int at, CandidateSpan passage)
    {
        var written = reading.Written(at..passage.End);
        if (passage.IsForeign)
        {
            var goesOn = reading.IsCut && passage.End == reading.Text.Length;
            return new(goesOn ? ForeignText.End(reading.Original, written.Start.Value) : written.End.Value, null);
        }

        var identifier = reading.Written(passage.Identifier);
        var (mended, isLinkDamaged) = (new List<string>(), false);
        foreach (var (place, damage) in reading.Mended)
        {
            var isBefore = place < identifier.Start.Value;
            if (place < written.Start.Value || place >= identifier.End.Value || (isBefore && damage == Damage.OtherScript))
            {
                continue;
            }

            isLinkDamaged |= isBefore;
            if (!mended.Contains(damage.What))
            {
                mended.Add(damage.What);
            }
        }

        return new(written.End.Value, Describe(
            reading.Original, written, passage, isLinkDamaged ? written.Start..identifier.End : identifier,
            reading.Text[passage.Identifier], mended));
    }

    // 'repaired' is the damaged part, 'read' the identifier in it as it was read, 'mended' what was mended.
    private static FoundReference Describe(
        string text, Range written, CandidateSpan passage, Range repaired, string read, List<string> mended)
    {
        var (index, length) = written.GetOffsetAndLength(text.Length);
        var wanted = passage.Substitution?.Repaired ?? passage.Reference?.ToString() ?? passage.Doubtful?.ToString();
        if (passage.Substitution is { } substitution)
        {
            mended.Insert(0, substitution.What);
        }

        return new(index, length, text[written], passage.Reference, passage.Problem)
        {
            Repair = wanted is not null && mended.Count > 0
                ? new(text[repaired], wanted, string.Join(", ", mended), passage.Reference is not null)
                : null,
            MayMean = MayMean(passage, passage.Damaged ?? passage.Substitution?.Repaired ?? read),
        };
    }

    private static IReadOnlyList<ArxivIdentifier> MayMean(CandidateSpan passage, string read) =>
        passage.Problem is null ? [] : passage.Doubtful is { } doubtful ? [doubtful.Identifier] : DamagedIdentifier.MayMean(read);
}

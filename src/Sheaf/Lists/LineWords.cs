namespace Sheaf.Lists;

/// <summary>What an editor says of a paper beside its reference.</summary>
/// <param name="Starred">To be treated in depth.</param>
/// <param name="Tags">Each one word, without its <c>#</c>.</param>
/// <param name="Note">One line; null for none.</param>
internal sealed record LineWords(bool Starred, IReadOnlyList<string> Tags, string? Note)
{
    public static LineWords None { get; } = new(false, [], null);

    /// <summary>These words and others of the same person; of two notes, both, one behind the other.</summary>
    public LineWords With(LineWords other) => new(
        Starred || other.Starred,
        [.. Tags.Concat(other.Tags).Distinct(StringComparer.OrdinalIgnoreCase)],
        Note is null || other.Note is null || Note == other.Note ? Note ?? other.Note : $"{Note} — {other.Note}");

    /// <summary>Whether they say anything that other words do not.</summary>
    public bool GoBeyond(LineWords other) =>
        (Starred && !other.Starred)
            || Tags.Except(other.Tags, StringComparer.OrdinalIgnoreCase).Any()
            || (Note is not null && Note != other.Note);
}

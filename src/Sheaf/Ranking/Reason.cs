using System.Globalization;

namespace Sheaf.Ranking;

/// <summary>One thing that spoke for a paper; <see cref="object.ToString"/> says it as a part of a sentence.</summary>
internal abstract record Reason
{
    private Reason()
    {
    }

    /// <summary>It reads like a paper picked before.</summary>
    public sealed record CloseTo(Pick Pick) : Reason
    {
        private const int LongestTitle = 90;

        public override string ToString() => $"close to '{Short(Pick.Paper.Title)}', which you {(Pick.Starred ? "starred" : "picked")}";

        /// <summary>On one line, and cut between words.</summary>
        private static string Short(string title)
        {
            var line = string.Join(' ', title.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
            var blank = line.Length <= LongestTitle ? -1 : line.LastIndexOf(' ', LongestTitle);
            return line.Length <= LongestTitle ? line : $"{line[..(blank > 0 ? blank : LongestTitle)]} …";
        }
    }

    /// <summary>Papers by some of its authors were picked before.</summary>
    /// <param name="Names">One or two, as this paper prints them; the one who speaks most for it first.</param>
    /// <param name="Papers">How many picks have one of them.</param>
    public sealed record AuthorsPicked(IReadOnlyList<string> Names, int Papers) : Reason
    {
        public override string ToString() => $"picked its authors {Times(Papers)} ({string.Join(", ", Names)})";
    }

    /// <summary>It has words that papers picked before have more often than others.</summary>
    /// <param name="Printed">As this paper prints them, the weightiest first.</param>
    public sealed record Words(IReadOnlyList<string> Printed) : Reason
    {
        public override string ToString() => $"words: {string.Join(", ", Printed)}";
    }

    /// <summary>Others noticed it.</summary>
    /// <param name="List">The list that it was on: <c>Hugging Face's daily list</c>.</param>
    /// <param name="Day">On which.</param>
    /// <param name="Votes">Null where they are not known, or not to be told.</param>
    public sealed record Listed(string List, DateOnly Day, int? Votes) : Reason
    {
        public override string ToString() =>
            string.Create(CultureInfo.InvariantCulture, $"on {List} of {Day:d MMM}")
            + (Votes is { } votes ? $" ({votes} {(votes == 1 ? "vote" : "votes")})" : "");
    }

    /// <summary>What was said when the ranking was made.</summary>
    public sealed record Kept(string Sentence) : Reason
    {
        public override string ToString() => Sentence;
    }

    /// <summary>"once", "twice", "5 times".</summary>
    private static string Times(int count) => count switch
    {
        1 => "once",
        2 => "twice",
        _ => $"{count} times",
    };
}

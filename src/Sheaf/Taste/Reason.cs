namespace Sheaf.Taste;

/// <summary>One thing that spoke for a paper; <see cref="object.ToString"/> says it as a part of a sentence.</summary>
public abstract record Reason
{
    private Reason()
    {
    }

    /// <summary>It reads like a paper picked before.</summary>
    public sealed record CloseTo(Pick Pick) : Reason
    {
        public override string ToString() => $"close to {Pick.Paper.Identifier}, which you {(Pick.Starred ? "starred" : "picked")}";
    }

    /// <summary>Papers by some of its authors were picked before.</summary>
    /// <param name="Names">As this paper prints them; those with the most picks first.</param>
    /// <param name="Papers">How many picks have one of them.</param>
    public sealed record AuthorsPicked(IReadOnlyList<string> Names, int Papers) : Reason
    {
        public override string ToString() => $"picked {string.Join(" and ", Names)} {Times(Papers)}";
    }

    /// <summary>It has words that papers picked before have more often than others.</summary>
    /// <param name="Words">As this paper prints them, the weightiest first.</param>
    public sealed record Words(IReadOnlyList<string> Printed) : Reason
    {
        public override string ToString() => $"words: {string.Join(", ", Printed)}";
    }

    /// <summary>It is of a category from which much was picked.</summary>
    public sealed record InCategory(string Category) : Reason
    {
        public override string ToString() => $"category {Category}";
    }

    /// <summary>"once", "twice", "5 times".</summary>
    private static string Times(int count) => count switch
    {
        1 => "once",
        2 => "twice",
        _ => $"{count} times",
    };
}

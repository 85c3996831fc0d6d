using System.Globalization;

namespace Sheaf.TestKit;

/// <summary>
/// The list of April 2024 as a person published it, by its facts: identifiers, links, days, surnames and titles as printed, slips included.
/// The papers themselves are those of the demo, so that what needs both is tried wherever the project is.
/// </summary>
internal static class PrintedList
{
    /// <summary>Its 59 entries, newest first.</summary>
    public static IReadOnlyList<PrintedEntry> Entries { get; } =
        [.. File.ReadAllLines(Path.Combine(ReferenceData.Checkout, "tests", "Sheaf.TestKit", "printed-2024-04.tsv")).Skip(1).Select(Read)];

    private static PrintedEntry Read(string row) => row.Split('\t') is [var order, var id, var link, var day, var names, var title]
        ? new(int.Parse(order, CultureInfo.InvariantCulture), id, link, day, names, title)
        : throw new FormatException($"'{row}' is no row of the printed list.");
}

/// <summary>One entry as printed.</summary>
/// <param name="Order">Its place, from 1.</param>
/// <param name="Id">The paper that was meant.</param>
/// <param name="Link">As printed: that of another paper in two of them.</param>
/// <param name="Day">As printed: <c>30 Apr</c>.</param>
/// <param name="Names">As printed: <c>Liu, Wang, Vaidya, et al.</c></param>
/// <param name="Title">As printed.</param>
internal sealed record PrintedEntry(int Order, string Id, string Link, string Day, string Names, string Title)
{
    /// <summary>The line of the round-up.</summary>
    public string Line => $"* {Title} by {Names} ({Day}), {Link}";
}

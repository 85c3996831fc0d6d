using Sheaf.Publishing;
using Sheaf.Settings;
using Sheaf.Text;

namespace Sheaf.Answers;

/// <summary>What <c>status YYYY-MM</c> says of the month's issue under <c>--json</c>.</summary>
/// <param name="At">When it was published last.</param>
/// <param name="Files">The whole paths of its files.</param>
/// <param name="ChangedSince">How many places of the draft differ by now: each entry, and all other text as one.</param>
/// <param name="Command">How <c>Publish:Command</c> ended; null where there was none.</param>
/// <param name="Errata">Papers of the issue that arXiv has withdrawn, replaced or retitled since.</param>
internal sealed record PublishedStatus(
    string At, IReadOnlyList<string> Files, int ChangedSince, PublishCommandJson? Command, IReadOnlyList<ErratumStatus> Errata)
{
    internal static PublishedStatus Of(PublishedMonth month) => new(
        month.Receipt.At, month.Files, month.Change.Places, PublishCommandJson.Of(month.Receipt.Command),
        [.. month.Errata.Select(ErratumStatus.Of)]);
}

/// <param name="Id">The paper.</param>
/// <param name="What"><c>withdrawn</c>, <c>retitled</c> or <c>replaced</c>.</param>
/// <param name="Before">The title or version that the issue knew; null for a withdrawal.</param>
/// <param name="After">The present one; null for a withdrawal.</param>
/// <param name="Line">A line of Markdown that tells readers.</param>
internal sealed record ErratumStatus(string Id, string What, string? Before, string? After, string Line)
{
    internal static ErratumStatus Of(Erratum erratum) =>
        new(erratum.Paper.ToString(), erratum.What, erratum.Before, erratum.After, erratum.Line);
}

using Sheaf.Arxiv.Identifiers;
using Sheaf.Store.Ledger;

namespace Sheaf.Checking.Rules;

/// <summary>Whether a reference can be read, and names a paper that there is.</summary>
internal static class ReferenceRules
{
    public static IEnumerable<Finding> Of(ClaimLocation place, Verdicts facts)
    {
        var found = place.Claim.Reference;
        if (found.Reference is not { } reference)
        {
            return
            [
                place.Finding(
                    FindingCode.MalformedReference,
                    $"'{found.Text}' names no paper: {found.Problem}. Look up the identifier and write it anew."),
            ];
        }

        return new[] { Repaired(place, reference), Unknown(place, facts), Pinned(place, reference, facts) }.OfType<Finding>();
    }

    private static Finding? Repaired(ClaimLocation place, EprintReference reference) => place.Claim.Reference.Repair is { } repair
        ? place.Finding(
            FindingCode.RepairedReference, $"'{repair.Original}' was read as {reference} ({repair.What}). Write {reference}.") with
        {
            Fix = repair.IsCertain && !place.Claim.Reference.Text.AsSpan().ContainsAny('\r', '\n')
                ? LineFix.Rewrite(place.Claim.Reference.Text, reference)
                : null,
        }
        : null;

    private static Finding? Unknown(ClaimLocation place, Verdicts facts)
    {
        var meant = facts.Titles.GetValueOrDefault(place) is TitleVerdict.Wrong { Suggestion: { } suggestion } ? suggestion : null;
        return facts.Known.AbsenceOf(place) switch
        {
            null => null,
            { Reason: LookupOutcome.Deleted } entry => place.Finding(
                FindingCode.UnknownId, $"arXiv has deleted {place.Identifier}: {entry.Detail?.TrimEnd('.')}. Take it off the list.", meant),
            _ => place.Finding(
                FindingCode.UnknownId,
                $"arXiv has no paper {place.Identifier}. "
                + $"{(meant is null ? "Look up the identifier." : $"{meant.Identifier} was meant: {meant.Why}.")}",
                meant),
        };
    }

    private static Finding? Pinned(ClaimLocation place, EprintReference reference, Verdicts facts)
    {
        if (reference.Version is not { } version)
        {
            return null;
        }

        if (facts.Versions.GetValueOrDefault(reference, true) == false)
        {
            return place.Finding(
                FindingCode.UnknownVersion,
                $"arXiv has {reference.Identifier}, but no version {version} of it: the most recent is version "
                + $"{facts.PaperOf(place)?.LatestVersion}. Take v{version} off the link.");
        }

        var latest = facts.PaperOf(place)?.LatestVersion is { } known && known > version ? $" though there is version {known} by now" : "";
        return place.Finding(
            FindingCode.VersionPinned, $"The link is to version {version}{latest}. Without v{version} it leads to the most recent one.");
    }
}

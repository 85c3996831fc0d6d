namespace Sheaf.Checking.Rules;

/// <summary>Whether a claimed title is the paper's.</summary>
internal static class TitleRules
{
    public static IEnumerable<Finding> Of(ClaimLocation place, Verdicts facts)
    {
        if (facts.PaperOf(place) is not { } paper || place.Claim.Title is not { } claimed)
        {
            return [];
        }

        return facts.Titles.GetValueOrDefault(place) switch
        {
            TitleVerdict.Wrong wrong => [WrongPaper(place, wrong, claimed, paper.Title)],
            TitleVerdict.Earlier earlier => [place.Finding(
                FindingCode.TitleChanged,
                $"'{claimed}' was the title of version {earlier.Version}; since then it is '{paper.Title}'. Print the one you prefer.")],
            TitleVerdict.Unlike => [place.Finding(
                FindingCode.TitleChanged,
                $"The list says '{claimed}', arXiv says '{paper.Title}'. It seems to be the same paper under another title; look whether "
                + "it is.")],
            _ => [],
        };
    }

    private static Finding WrongPaper(ClaimLocation place, TitleVerdict.Wrong wrong, string claimed, string title)
    {
        var advice = wrong.Suggestion is { } meant
            ? $"{meant.Identifier} was meant: {meant.Why}."
            : "No paper of that title was found: look which one was meant.";
        return place.Finding(
            FindingCode.WrongPaper, $"'{claimed}' is not the title of {place.Identifier}, which is '{title}'. {advice}",
            wrong.Suggestion) with
        {
            Fix = wrong is { IsCertain: true, Suggestion: { } certain }
                ? LineFix.Rewrite(place.Claim.Reference.Text, new(certain.Identifier, null))
                : null,
        };
    }
}

using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Sheaf.Answers;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Drafts;
using Sheaf.Harvesting;
using Sheaf.Settings;

namespace Sheaf.Commands;

/// <summary><c>sheaf harvest</c>: fetches what is missing or due.</summary>
internal static class HarvestCommand
{
    private static readonly Argument<string[]> Scope = new("what")
    {
        Description = "Months (2024-04) or papers (2404.19756, a link, a DOI); without any, every curated list",
        HelpName = "YYYY-MM… or REF…",
        Arity = ArgumentArity.ZeroOrMore,
    };

    public static Command Build() => new Command(
        "harvest",
        $"Fetches from arXiv what is missing or due.\n{CommandNotices.Help}\nExample: sheaf harvest 2024-04") { Scope, PlanView.DryRun }
        .Does(RunAsync);

    private static async Task<ExitCode> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var words = context.Arguments.GetValue(Scope) ?? [];
        var scope = ScopeOf(words);
        var name = string.Join(' ', ["harvest", .. words]);
        var isDryRun = context.Arguments.GetValue(PlanView.DryRun);
        var local = isDryRun ? context.OpenToPlan() : context.OpenToHarvest();
        await using var services = context.WithArxiv(local);
        var harvest = services.GetRequiredService<HarvestRunner>();
        var plan = harvest.Plan(scope);
        NoteMonthsWithoutPapers(context, local.Drafts, scope);
        if (isDryRun)
        {
            PlanView.Show(context, plan);
            return ExitCode.Done;
        }

        var report = await harvest.RunAsync(name, plan, cancellationToken);
        HarvestView.Show(context.Terminal, report);
        HarvestView.ShowNext(context.Terminal, report, scope, local.Drafts.Months());
        context.Notices.Add(report);
        context.Terminal.Answer(HarvestJson.Of(report), shapes => shapes.HarvestJson);
        return report.Exit;
    }

    /// <summary>A year misspelt would otherwise look like a month that is done.</summary>
    private static void NoteMonthsWithoutPapers(CommandContext context, DraftMaker drafts, HarvestScope scope)
    {
        var listed = scope.Months.Count == 0 ? null : drafts.Months();
        foreach (var month in scope.Months.Where(month => listed?.Contains(month) == false))
        {
            context.Terminal.Note(
                $"There is nothing for {month} on the curated lists: write "
                + $"{Settings.Workspace.ForReaders(context.Workspace.CuratedFile(month))}, or use sheaf add.");
        }
    }

    /// <exception cref="BadInputException">A word is neither a month nor a paper.</exception>
    private static HarvestScope ScopeOf(IReadOnlyList<string> words)
    {
        var months = words.Where(word => Month.TryParse(word, out _)).Select(CommandContext.MonthOf).ToList();
        var papers = words.Where(word => !Month.TryParse(word, out _)).Select(Paper).ToList();
        return new HarvestScope(months, papers);
    }

    private static ArxivIdentifier Paper(string word) => LooksLikeMonth(word)
        ? throw new BadInputException($"'{word}' is not a month; write it as 2024-04.")
        : CommandContext.ReferenceOf(word).Identifier;

    private static bool LooksLikeMonth(string word) =>
        word.Length is >= 4 and <= 10
            && word.All(letter => char.IsAsciiDigit(letter) || letter is '-' or '/')
            && word.Any(letter => letter is '-' or '/');
}

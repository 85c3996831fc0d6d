using System.CommandLine;
using Sheaf.Answers;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Publishing;
using Sheaf.Publishing.Site;

namespace Sheaf.Commands;

/// <summary><c>sheaf publish</c>: the edited draft becomes the month's issue, and all issues a site.</summary>
internal static class PublishCommand
{
    private static readonly Argument<string?> MonthArgument = new("month")
    {
        Description = "The month of the issue; none with --site",
        HelpName = "YYYY-MM",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private static readonly Option<string?> Site = new("--site")
    {
        Description = "Make the static site of all published months there: an index, a page for each, a feed, a search",
        HelpName = "DIR",
    };

    private static readonly Option<bool> Anyway = new("--anyway") { Description = "Also where sheaf check warns; errors must be mended" };

    private static readonly Option<bool> Again = new("--again")
    {
        Description = "Once more: the draft has changed, or a file in published/ is not Sheaf's or was edited; what it held is kept. "
            + "Publish:Command is run again",
    };

    private static readonly Option<bool> DryRun = new("--dry-run") { Description = "Only say what would be written" };

    public static Command Build() => new Command(
        "publish",
        "Publishes the draft of a month as you have edited it: published/YYYY-MM.md without Sheaf's marks, by Publish:Formats a page and a "
        + "mail beside it, then Publish:Command is run, once. arXiv is asked for nothing.\nExample: sheaf publish 2024-04 --dry-run")
    {
        MonthArgument, Anyway, Again, DryRun, Site,
    }.Does(RunAsync);

    /// <exception cref="BadInputException">Neither a month nor a folder is named, or both are.</exception>
    private static Task<ExitCode> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var (month, folder) = (context.Arguments.GetValue(MonthArgument), context.Arguments.GetValue(Site));
        return (month, folder) switch
        {
            ({ } named, null) => PublishMonthAsync(context, CommandContext.MonthOf(named), cancellationToken),
            (null, { Length: > 0 }) => Task.FromResult(PublishSite(context, folder, cancellationToken)),
            (null, "") => throw new BadInputException("--site takes the name of a folder: sheaf publish --site site."),
            (null, null) => throw new BadInputException("Name the month to publish: sheaf publish 2024-04; or --site with a folder."),
            _ => throw new BadInputException("--site makes the site of all published months: leave out the month."),
        };
    }

    private static ExitCode PublishSite(CommandContext context, string folder, CancellationToken cancellationToken)
    {
        if (context.Arguments.GetValue(Anyway) || context.Arguments.GetValue(Again))
        {
            throw new BadInputException("--anyway and --again are about one month: leave them out with --site.");
        }

        var isPlan = context.Arguments.GetValue(DryRun);
        var parts = isPlan ? context.OpenUnchanged() : context.OpenToRead();
        var run = new SitePublisher(context.Workspace, context.Settings, parts.Eprints, context.Time).Publish(
            folder, isPlan, cancellationToken);
        SiteView.Show(context.Terminal, run);
        context.Terminal.Answer(SiteJson.Of(run), shapes => shapes.SiteJson);
        return run.Exit;
    }

    private static async Task<ExitCode> PublishMonthAsync(CommandContext context, Month month, CancellationToken cancellationToken)
    {
        PublishWishes wishes = new(
            context.Arguments.GetValue(Anyway), context.Arguments.GetValue(Again), context.Arguments.GetValue(DryRun));
        var parts = wishes.IsPlan ? context.OpenCopy() : context.OpenToWrite();
        var publisher = new Publisher(
            context.Workspace, context.Settings, new IssueSources(parts.Eprints, parts.Lists), parts.NewCheck(), context.Time);
        var publication = await publisher.PublishAsync(month, wishes, cancellationToken);
        PublishView.Show(context.Terminal, publication);
        context.Terminal.Answer(PublishJson.Of(publication), shapes => shapes.PublishJson);
        return publication.Exit;
    }
}

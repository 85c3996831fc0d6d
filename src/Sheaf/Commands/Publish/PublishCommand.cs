using System.CommandLine;
using Sheaf.Publishing;

namespace Sheaf.Commands;

/// <summary><c>sheaf publish</c>: the edited draft becomes the month's issue.</summary>
internal static class PublishCommand
{
    private static readonly Argument<string> MonthArgument = new("month") { Description = "The month of the issue", HelpName = "YYYY-MM" };

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
        MonthArgument, Anyway, Again, DryRun,
    }.Does(RunAsync);

    private static async Task<ExitCode> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var month = CommandContext.MonthOf(context.Arguments.GetValue(MonthArgument)!);
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

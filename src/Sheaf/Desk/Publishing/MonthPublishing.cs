using Microsoft.Extensions.Hosting;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Publishing;

namespace Sheaf.Desk;

/// <summary>Publishes a month at the desk, as the command does.</summary>
internal sealed class MonthPublishing(DeskParts parts, IHostApplicationLifetime lifetime)
{
    private static readonly PublishWords Words = new(
        _ => "see the page Check", "tick", "\u201cWith its warnings\u201d", "\u201cOnce more\u201d");

    /// <summary>What publishing would do.</summary>
    /// <inheritdoc cref="Publisher.PublishAsync"/>
    public Task<Publication> PlanAsync(Month month, PublishWishes wishes, CancellationToken cancellationToken) =>
        NewPublisher(month).PublishAsync(month, wishes with { IsPlan = true, Words = Words }, cancellationToken);

    /// <summary>Publishes a month. A browser that goes away does not stop it; the end of the service does.</summary>
    /// <inheritdoc cref="Publisher.PublishAsync"/>
    public Task<Publication> PublishAsync(Month month, PublishWishes wishes) =>
        NewPublisher(month).PublishAsync(month, wishes with { Words = Words }, lifetime.ApplicationStopping);

    /// <exception cref="Lists.CurationException">
    /// A list of the month's own cannot be read, so that nobody can tell what the issue must hold.
    /// </exception>
    private Publisher NewPublisher(Month month)
    {
        parts.EnsureReadable(month);
        return new(
            parts.Workspace, parts.Settings, new IssueSources(parts.Local.Eprints, parts.Local.Lists), parts.Local.NewCheck(), parts.Time);
    }
}

using Microsoft.Extensions.Hosting;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Publishing;

namespace Sheaf.Desk;

/// <summary>Publishes a month at the desk, as the command does.</summary>
internal sealed class MonthPublishing(DeskParts parts, IHostApplicationLifetime lifetime)
{
    /// <summary>What publishing would do.</summary>
    /// <inheritdoc cref="Publisher.PublishAsync"/>
    public Task<Publication> PlanAsync(Month month, PublishWishes wishes, CancellationToken cancellationToken) =>
        NewPublisher().PublishAsync(month, wishes with { IsPlan = true }, cancellationToken);

    /// <summary>Publishes a month. A browser that goes away does not stop it; the end of the service does.</summary>
    /// <inheritdoc cref="Publisher.PublishAsync"/>
    public Task<Publication> PublishAsync(Month month, PublishWishes wishes) =>
        NewPublisher().PublishAsync(month, wishes, lifetime.ApplicationStopping);

    private Publisher NewPublisher() => new(
        parts.Workspace, parts.Settings, new IssueSources(parts.Local.Eprints, parts.Local.Lists), parts.Local.NewCheck(), parts.Time);
}

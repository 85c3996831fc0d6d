using Sheaf.Arxiv.Identifiers;
using Sheaf.Files;
using Sheaf.Settings;
using Sheaf.Store.Eprints;

namespace Sheaf.Publishing.Site;

/// <summary>Makes the site of all published months. Files that hold what they are to hold are not touched.</summary>
internal sealed class SitePublisher(Workspace workspace, SheafSettings settings, EprintStore eprints, TimeProvider time)
{
    /// <summary>Folders of the workspace that are its editor's, or Sheaf's own.</summary>
    private static readonly string[] Kept = ["curated", "drafts", "published", "ballots", "logs", ".gate"];

    /// <summary>Makes the site, or says what would be made.</summary>
    /// <param name="folder">Where.</param>
    /// <param name="isPlan">Whether nothing is written.</param>
    /// <param name="cancellationToken">Ends the waiting for others.</param>
    /// <exception cref="BadInputException">The folder is one of the workspace's, or nothing is published.</exception>
    /// <exception cref="IOException">A file cannot be read or written.</exception>
    public SiteRun Publish(string folder, bool isPlan, CancellationToken cancellationToken)
    {
        var place = Path.GetFullPath(folder);
        RefuseOwnFolders(place);
        var leftOut = new List<string>();
        IReadOnlyList<SiteIssue> issues;
        Guid id;
        using (isPlan ? null : WorkspaceLock.Take(workspace.DecisionsLock, time, cancellationToken))
        {
            issues = SiteIssues.Read(workspace.Published, leftOut.Add);
            if (issues.Count == 0)
            {
                throw new BadInputException(
                    $"No month is published in {Workspace.ForReaders(workspace.Published)} yet: sheaf publish YYYY-MM publishes one.");
            }

            id = new ReceiptFolder(workspace.Published).SiteId(isMade: !isPlan);
        }

        var papers = eprints.Find([.. issues.SelectMany(issue => issue.Entries).Select(entry => entry.Paper).Distinct()]);
        var site = new PublishedSite(id, settings.Publish.SiteTitle, settings.Publish.SiteUrl, issues, papers)
        {
            Language = settings.Look.Language,
        };
        var (files, all) = (new SiteFiles(place), site.Files());
        var plan = files.Plan(all);
        if (plan.InTheWay.Count == 0 && !isPlan)
        {
            files.Write(plan);
        }

        return new(place, site, plan, leftOut) { IsPlan = isPlan, Files = all.Count };
    }

    private void RefuseOwnFolders(string place)
    {
        var (real, own) = (LinkedPath.Resolve(place), LinkedPath.Resolve(workspace.Folder));
        var kept = Kept.Select(name => Path.Combine(own, name)).Select(LinkedPath.Resolve)
            .Any(path => LinkedPath.IsWithin(real, path));
        if (kept || real == own)
        {
            throw new BadInputException(
                $"{Workspace.ForReaders(place)} belongs to the workspace: name a folder of its own for the site, such as "
                + $"{Workspace.ForReaders(Path.Combine(workspace.Folder, "site"))}.");
        }

        if (File.Exists(place))
        {
            throw new BadInputException($"{Workspace.ForReaders(place)} is a file: name a folder for the site.");
        }
    }
}

/// <summary>What became of a site.</summary>
/// <param name="Folder">Where it is.</param>
/// <param name="Site">What it holds.</param>
/// <param name="Plan">What was done, or would be; nothing was where files of others are in the way.</param>
/// <param name="LeftOut">Sentences about months that are not on it.</param>
internal sealed record SiteRun(string Folder, PublishedSite Site, SitePlan Plan, IReadOnlyList<string> LeftOut)
{
    public bool IsPlan { get; init; }

    /// <summary>How many files the site has.</summary>
    public int Files { get; init; }

    public bool IsHindered => Plan.InTheWay.Count > 0;

    public ExitCode Exit => IsHindered || LeftOut.Count > 0 ? ExitCode.NeedsAPerson : ExitCode.Done;
}

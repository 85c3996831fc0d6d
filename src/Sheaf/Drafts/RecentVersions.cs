namespace Sheaf.Drafts;

/// <summary>
/// The last versions of drafts that somebody has seen: what two texts have in common that were made from one of them. A page that saves
/// every two seconds makes hundreds of them while another is open, so they are kept by what they weigh.
/// </summary>
/// <param name="most">The most bytes that they may have together; one version is kept whatever it weighs.</param>
internal sealed class RecentVersions(int most = 16 << 20)
{
    private readonly Lock _lock = new();
    private readonly LinkedList<DraftVersion> _versions = [];
    private int _bytes;

    public void Add(DraftVersion version)
    {
        lock (_lock)
        {
            if (Known(version.Tag) is { } known)
            {
                _versions.Remove(known);
                _bytes -= known.Content.Length;
            }

            _versions.AddFirst(version);
            _bytes += version.Content.Length;
            while (_bytes > most && _versions.Count > 1)
            {
                _bytes -= _versions.Last!.Value.Content.Length;
                _versions.RemoveLast();
            }
        }
    }

    /// <summary>A version by its tag; null where it is not kept.</summary>
    public DraftVersion? Find(string tag)
    {
        lock (_lock)
        {
            return Known(tag);
        }
    }

    private DraftVersion? Known(string tag) => _versions.FirstOrDefault(version => version.Tag == tag);
}

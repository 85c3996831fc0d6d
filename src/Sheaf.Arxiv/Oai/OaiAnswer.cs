using Sheaf.Arxiv.Eprints;

namespace Sheaf.Arxiv.Oai;

/// <summary>What arXiv said when it was asked for one record.</summary>
public abstract record OaiAnswer
{
    private OaiAnswer()
    {
    }

    /// <summary>The record was read.</summary>
    /// <param name="Record">All that its format tells.</param>
    public sealed record Found(EprintRecord Record) : OaiAnswer;

    /// <summary><c>idDoesNotExist</c>: there is no such e-print, or not yet.</summary>
    /// <param name="Reason">arXiv's own words, one line.</param>
    public sealed record NotFound(string Reason) : OaiAnswer;

    /// <summary>
    /// The header says that there was such an e-print. arXiv promises such headers; none has been seen (field guide 3.3).
    /// </summary>
    /// <param name="Day">The header's datestamp; null where it has none.</param>
    public sealed record Deleted(DateOnly? Day) : OaiAnswer;

    /// <summary><c>cannotDisseminateFormat</c>: not in the format asked for.</summary>
    /// <param name="Reason">arXiv's own words, one line.</param>
    public sealed record FormatNotAvailable(string Reason) : OaiAnswer;
}

namespace Sheaf.Arxiv;

/// <summary>
/// What the processes of a user know in common of their requests cannot be read or written. arXiv is not asked then: asking without it would
/// break the spacing unseen. The message is one sentence that names the folder.
/// </summary>
public sealed class GateStateException(string message, Exception? inner = null) : Exception(message, inner);

namespace Sheaf.Replica;

/// <summary>A corpus that cannot be served; the message names the file, the line and what is wrong with it.</summary>
public sealed class CorpusFormatException(string message, Exception? inner = null) : Exception(message, inner);

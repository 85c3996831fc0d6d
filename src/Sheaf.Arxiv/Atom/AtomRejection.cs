namespace Sheaf.Arxiv.Atom;

/// <summary>An entry of an answer that could not be read. The other entries of the answer are not touched by it.</summary>
/// <param name="Id">The entry's <c>id</c> as it stood there; empty where it had none.</param>
/// <param name="Reason">What is wrong with it, naming the element.</param>
public sealed record AtomRejection(string Id, string Reason);

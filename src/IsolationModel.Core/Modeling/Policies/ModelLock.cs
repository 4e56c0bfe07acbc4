namespace IsolationModel.Modeling;

/// <summary>A part of a model that layers above may tighten but not loosen.</summary>
/// <param name="Pointer">JSON pointer to it, such as <c>/needs/levels/high</c>.</param>
/// <param name="ModelId">The model that locks it.</param>
public sealed record ModelLock(string Pointer, string ModelId);

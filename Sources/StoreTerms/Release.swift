/// This version, as the change log has it.
public enum Release {
  public static let number = "0.2.0"
}

import RFCModel
